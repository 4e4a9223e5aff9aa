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
}
