import ArgumentParser
import Documents
import OrderedCollections
import Plans

/// A command about plans in a file.
protocol PlanStoreCommand: ParsableCommand {
    var plans: PlanStoreOptions { get }

    func act() throws
}

extension PlanStoreCommand {
    func run() throws {
        do { try act() } catch let error as PlanError {
            StandardError.print(error.description)
            throw ExitStatus.badInput
        }
        try StandardOutput.check()
    }

    /// Changes a plan and tells which version that made.
    func change(
        _ name: String, _ words: String,
        _ body: (inout PlanShelf, inout DeploymentPlan) throws(PlanError) -> Void
    ) throws {
        var shelf = try plans.read()
        let old = try shelf.version(of: name).number
        var roles = shelf
        try shelf.change(name, words) { (plan) throws(PlanError) in try body(&roles, &plan) }
        for role in roles.roles.values { shelf.keep(role) }
        try plans.write(shelf)
        let version = try shelf.version(of: name)
        if plans.json { return StandardOutput.print(PlanText.document(version).json) }
        StandardOutput.print(
            version.number == old
                ? "\(name): nothing changed" : "\(name): version \(version.number), \(words)")
    }
}
