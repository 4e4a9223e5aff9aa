import ArgumentParser
import Documents
import Foundation
import OrderedCollections
import Plans

/// `updraft plan create cloud`
struct PlanCreateCommand: PlanStoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Begins a plan without roles.",
        discussion: """
            With a seed, the plan has the seed's own resources, parameters and outputs beside its \
            roles, and only roles that the seed has groups for:

              updraft plan create cloud --description 'For the third floor'
              updraft plan create cloud --seed overcloud.yaml --registry registry.yaml
            """
    )

    @OptionGroup var plans: PlanStoreOptions

    @Option(help: "What the plan is for.")
    var description = ""

    @Option(help: "A whole cloud's template.", completion: .file(extensions: ["yaml"]))
    var seed: String?

    @Option(
        help: "The environment that tells which type is which role's template.",
        completion: .file(extensions: ["yaml"]))
    var registry: String?

    @Argument(help: "What the plan is to be called.")
    var name: String

    func validate() throws {
        guard (seed == nil) == (registry == nil) else {
            throw ValidationError("--seed and --registry need each other")
        }
    }

    func act() throws {
        let plan = DeploymentPlan(name, description: description, seed: try readSeed())
        try plans.change { try $0.create(plan) }
        let version = try plans.read().version(of: name)
        StandardOutput.print(
            plans.json ? PlanText.document(version).json : "\(name): version 1, created")
    }

    private func readSeed() throws -> PlanSeed? {
        guard let seed, let registry else { return nil }
        let document: DocumentValue
        do { document = try DocumentValue(yaml: try InputText.read(registry)) } catch let error
            as YAMLSyntaxError
        {
            throw PlanError("\(registry):\(error.line): \(error.message)")
        }
        let types = (document["resource_registry"]?.map ?? [:]).compactMapValues(\.string)
        let folder = URL(filePath: registry).deletingLastPathComponent()
        var files: OrderedDictionary<String, String> = [:]
        for file in types.values {
            let place = folder.appending(path: file)
            files[file] = try? String(contentsOf: place, encoding: .utf8)
        }
        return try PlanSeed(
            try InputText.read(seed), file: seed, registry: types, files: files)
    }
}
