import Testing

@testable import Orchestration

@Suite("Real Heat's verdicts")
struct VerdictTests {
    private static let folders = [
        ("heat", "inputs/heat"), ("heat-templates", "inputs/heat-templates"),
    ]
    private static let areThere = SharedFiles.areThere("golden/heat-validate/heat.json")

    @Test(
        "What Heat accepts is accepted, and what it refuses is refused with a place",
        .enabled(if: areThere, "SKIPPED: ../shared/golden/heat-validate is not there"),
        arguments: folders)
    func verdicts(file: String, folder: String) throws {
        let verdicts = try HeatVerdict.all(file)
        #expect(verdicts.count > 50)
        for (name, verdict) in verdicts.sorted(by: { $0.key < $1.key }) {
            let problems = Self.problems(try SharedFiles.text("\(folder)/\(name)"), name)
            #expect(problems.allSatisfy { $0.place.file == name && !$0.message.isEmpty })
            if Self.exceptions.contains(where: { verdict.message?.contains($0) == true }) {
                continue
            }
            #expect(
                problems.isEmpty == verdict.isAccepted,
                "\(name): Heat said \(verdict.message ?? "yes"); found \(problems)")
        }
    }

    /// Refusals that rest on something else than the template.
    private static let exceptions = [
        // A service that the installation did not have.
        "is not available for resource type",
        // An extension of a service that the installation did not have.
        "Unknown Property stateful",
        // Heat never implemented the property.
        "Property SourceDestCheck not implemented yet",
    ]

    private static func problems(_ text: String, _ file: String) -> [TemplateProblem] {
        do throws(TemplateError) {
            let template = try Template(parsing: text, file: file)
            let facts = try TemplateFacts(
                template, values: [:],
                pseudo: PseudoParameters(stackName: "dummy", stackID: "", projectID: ""))
            return TemplateCheck.problems(in: facts)
        } catch {
            return error.problems
        }
    }
}
