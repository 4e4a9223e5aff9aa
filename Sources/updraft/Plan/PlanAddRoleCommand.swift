import ArgumentParser
import Documents
import Foundation
import OrderedCollections
import Plans

/// `updraft plan add-role cloud compute.yaml --count 3`
struct PlanAddRoleCommand: PlanStoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "add-role",
        abstract: "Adds a role to a plan.",
        discussion: """
            The role is called as its template's file unless it is given a name. Its first \
            template is version 1, another one version 2; both may be in one plan:

              updraft plan add-role cloud compute.yaml --count 3 --image overcloud-full
              updraft plan add-role cloud control.yaml --name controller --flavor big
            """
    )

    @OptionGroup var plans: PlanStoreOptions

    @Option(help: "What the role is called.")
    var name: String?

    @Option(help: "How many servers of it there are to be.")
    var count = 1

    @Option(help: "The image of its servers: its parameter Image, or one that ends so.")
    var image: String?

    @Option(help: "The flavor of its servers: its parameter Flavor, or one that ends so.")
    var flavor: String?

    @Argument(help: "The plan's name.")
    var plan: String

    @Argument(help: "The role's template.", completion: .file(extensions: ["yaml"]))
    var template: String

    func act() throws {
        let text = try InputText.read(template)
        let stem = URL(filePath: template).deletingPathExtension().lastPathComponent
        let role = name ?? stem
        try change(plan, "added \(count) of \(role)") { (shelf, plan) throws(PlanError) in
            let role = try shelf.role(role, template: text, file: template)
            try plan.add(role, count: count)
            for (value, word) in [(image, "Image"), (flavor, "Flavor")] {
                guard let value else { continue }
                try plan.set(try Self.parameter(word, of: role), to: .string(value))
            }
        }
    }

    private static func parameter(
        _ word: String, of role: DeploymentRole
    ) throws(PlanError) -> String {
        let names = role.parameters.keys
        let found =
            names.first { $0.lowercased() == word.lowercased() }
            ?? names.first { $0.hasSuffix(word) }
        guard let found else {
            throw PlanError("\(role.file): the template has no parameter '\(word)'")
        }
        return role.qualified(found)
    }
}
