import Testing

@testable import Orchestration

@Suite("Templates that TripleO shipped")
struct TripleOTests {
    private static let folder = "inputs/tripleo-heat-templates"
    private static let areThere = SharedFiles.areThere(folder)

    /// Trees of templates that stand by themselves, and how many there are at least.
    private static let trees = [("2015-06", 55), ("2016-01", 90), ("2016-10", 280)]

    /// Files that no YAML reader reads.
    private static let broken = ["ceph-storage", "cinder-storage", "controller", "swift-storage"]
        .map { "\(folder)/2016-01/network/config/multiple-nics/\($0).yaml" }

    @Test(
        "Every template is read, and refers to nothing that is not there",
        .enabled(if: areThere, "SKIPPED: ../shared/inputs/tripleo-heat-templates is not there"),
        arguments: trees)
    func templates(tree: String, least: Int) throws {
        var count = 0
        for file in try SharedFiles.files(under: "\(Self.folder)/\(tree)", [".yaml"]) {
            let text = try SharedFiles.text(file)
            guard Self.isTemplate(file, text) else { continue }
            count += 1
            let problems = Self.problems(text, file)
            #expect(problems.isEmpty != Self.broken.contains(file), "\(problems)")
        }
        #expect(count >= least)
    }

    /// What is rendered first, by whatever tool, is no template yet.
    private static func isTemplate(_ file: String, _ text: String) -> Bool {
        let isSource =
            file.contains(".j2.") || file.contains("-source.yaml") || file.contains("/examples/")
            || file.contains("/deprecated/") || file.hasSuffix("2015-06/base.yaml")
            || file.hasSuffix("2015-06/ceph-storage.yaml")
        return !isSource && TemplateVersion.keys.contains { text.contains($0 + ":") }
    }

    /// Types are told by the registry, which a template alone does not have.
    private static func problems(_ text: String, _ file: String) -> [TemplateProblem] {
        do throws(TemplateError) {
            let template = try Template(parsing: text, file: file)
            let facts = try TemplateFacts(
                template, values: [:],
                pseudo: PseudoParameters(stackName: "dummy", stackID: "", projectID: ""))
            return TemplateCheck.problems(in: facts).filter { problem in
                !["resource type", "came with"].contains { problem.message.contains($0) }
            }
        } catch {
            return error.problems
        }
    }
}
