import OrderedCollections
import Testing

@testable import Orchestration

@Suite("Functions of templates")
struct FunctionTests {
    @Test("Every call comes to what Heat makes of it, and what Heat refuses is refused")
    func likeHeat() throws {
        let cases = try FunctionCase.all()
        #expect(cases.count > 600)
        for item in cases {
            let result = Self.result(of: item)
            #expect(result == item.result, "\(item.version): \(item.snippet)")
        }
    }

    private static func result(of item: FunctionCase) -> String? {
        do throws(TemplateError) {
            let template = try Template(parsing: item.template, file: "case")
            let facts = try TemplateFacts(
                template, values: [:],
                pseudo: PseudoParameters(stackName: "stack", stackID: "id-1", projectID: "proj"))
            guard TemplateCheck.problems(in: facts).isEmpty,
                let output = facts.outputs["out"] ?? nil
            else { return nil }
            return try? output.value.resolve(in: TemplateScope(facts)).json()
        } catch {
            return nil
        }
    }

    @Test(
        "A value that would grow beyond its bound is refused",
        arguments: [
            "{list_join: [BIG, LIST]}",
            "{str_replace: {template: BIG, params: {x: BIG}}}",
            "{repeat: {template: '%i% BIG', for_each: {'%i%': LIST}}}",
            "{repeat: {template: BIG, for_each: {x: [BIG]}}}",
            "{repeat: {template: '%i%', for_each: {'%i%': LIST, '%j%': LIST, '%k%': LIST}}}",
        ])
    func growth(_ snippet: String) throws {
        let text = String(repeating: "x", count: 60_000)
        let list = "[" + [String](repeating: "b", count: 300).joined(separator: ", ") + "]"
        let value = snippet.replacing("LIST", with: list).replacing("BIG", with: text)
        let template = try Template(
            parsing: "heat_template_version: 2018-08-31\noutputs: {out: {value: \(value)}}",
            file: "growth")
        let facts = try TemplateFacts(
            template, values: [:],
            pseudo: PseudoParameters(stackName: "stack", stackID: "id-1", projectID: "proj"))
        let output = try #require(facts.outputs["out"] ?? nil)
        #expect(throws: TemplateProblem.self) {
            try output.value.resolve(in: TemplateScope(facts))
        }
    }
}
