import ArgumentParser
import BareMetal
import Foundation
import Hardware
import Harness

/// `updraft node import --dry-run instackenv.json`
struct NodeImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Reads a file that describes machines, and shows what importing it would do.",
        discussion: """
            Takes TripleO's instackenv.json, the same in YAML and CSV, Tuskar's CSV, bifrost's \
            three forms, and the file of `openstack baremetal create`; which one it is, the file \
            itself tells. Tells every problem at once, each with its line and key; passwords are \
            never shown.

              updraft node import --dry-run instackenv.json
              updraft node import --dry-run --against before.json after.yaml
              bifrost-inventory | updraft node import --dry-run --json -

            Exit status: 0 all can be done, 64 the file is wrong or something in it is refused.
            """
    )

    @Argument(
        help: "The file, or - for standard input.",
        completion: .file(extensions: ["json", "yaml", "yml", "csv"]))
    var file: String

    @Option(
        help: "What is registered: an earlier file, or a scenario with an inventory.",
        completion: .file(extensions: ["json", "yaml", "yml", "csv"]))
    var against: String?

    @Flag(help: "Removes nodes that are registered and not in the file; needs --against.")
    var removeExtras = false

    @Option(
        help: "What the file is, where it should not be found out (\(Self.formats)).",
        transform: Self.form)
    var format: InventoryForm?

    @Flag(help: "Only read and show; required, since there is no live cloud to import into.")
    var dryRun = false

    @Flag(help: "One JSON document on standard output.")
    var json = false

    private static let formats = InventoryForm.allCases.map(\.rawValue).joined(separator: ", ")

    private static func form(_ name: String) throws -> InventoryForm {
        guard let form = InventoryForm(rawValue: name) else {
            throw ValidationError("There is no form '\(name)'; there are \(formats).")
        }
        return form
    }

    func validate() throws {
        guard dryRun else {
            throw ValidationError(
                "Only --dry-run is there: nodes are imported by running a scenario.")
        }
        guard against != nil || !removeExtras else {
            throw ValidationError("--remove-extras needs --against: without it nothing is extra.")
        }
        guard file != InputSource.standardInput || against != InputSource.standardInput else {
            throw ValidationError("Standard input can be read once only.")
        }
    }

    func run() throws {
        let (inventory, registered) = try inputs()
        for notice in inventory.notices { StandardError.print("notice: \(notice)") }
        guard let registered else {
            try NodeTable(inventory.nodes.map(NodeRow.init)).print(asJSON: json)
            return try StandardOutput.check()
        }
        let plan = EnrolmentPlan(
            inventory, against: registered.map { RegisteredNode($0) },
            extras: removeExtras ? .removed : .kept)
        let report = EnrolmentReport(plan)
        if json { try report.printJSON() } else { report.print() }
        try StandardOutput.check()
        guard plan.isFeasible else { throw ExitStatus.badInput }
    }

    /// The file, and what is registered if that was said; or their problems on standard error.
    private func inputs() throws -> (Inventory, [NodeDescription]?) {
        do throws(InputProblems) {
            let inventory = try read(file, as: format)
            guard let against else { return (inventory, nil) }
            return (inventory, try registered(against))
        } catch {
            StandardError.print(error.description)
            throw ExitStatus.badInput
        }
    }

    private func read(
        _ path: String, as form: InventoryForm? = nil
    ) throws(InputProblems) -> Inventory {
        try InventoryReader.read(
            try InputSource.read(path), file: InputSource.name(path), as: form)
    }

    private func registered(_ path: String) throws(InputProblems) -> [NodeDescription] {
        let bytes = try InputSource.read(path)
        guard Self.isScenario(bytes) else {
            return try InventoryReader.read(bytes, file: InputSource.name(path)).nodes
        }
        let scenario = try ScenarioReader.read(
            bytes, file: path, vocabulary: ScenarioFiles.vocabulary)
        guard case .inventory(let inventory) = scenario.hardware else {
            throw InputProblems([
                InputProblem(
                    file: path, line: 1, path: "inventory",
                    message: "found machines made up by number, expected a scenario with an "
                        + "inventory")
            ])
        }
        return inventory.nodes
    }

    /// A scenario begins with its name; no inventory has the key.
    private static func isScenario(_ bytes: [UInt8]) -> Bool {
        bytes.split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: "scenario:".utf8) }
    }
}
