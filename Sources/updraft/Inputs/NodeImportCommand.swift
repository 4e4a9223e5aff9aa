import ArgumentParser
import BareMetal
import Foundation
import Hardware
import Harness

/// `updraft node import --dry-run instackenv.json`
struct NodeImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Reads an inventory (TripleO's instackenv.json) and shows its nodes.",
        discussion: """
            Takes the `mac` and the `ports` form, in JSON or YAML. Tells every problem at once, \
            each with its line and key; passwords are never shown.

              updraft node import --dry-run instackenv.json
              updraft node import --dry-run instackenv.json --json

            Exit status: 0 the file is good, 64 it is not.
            """
    )

    @Argument(help: "The inventory file.", completion: .file(extensions: ["json", "yaml"]))
    var file: String

    @Flag(help: "Only read and show; required, since there is no live cloud to import into.")
    var dryRun = false

    @Flag(help: "One JSON document on standard output.")
    var json = false

    func validate() throws {
        guard dryRun else {
            throw ValidationError(
                "Only --dry-run is there: nodes are imported by running a scenario.")
        }
    }

    func run() throws {
        let inventory: Inventory
        do throws(InputProblems) {
            inventory = try InventoryReader.read(try InputFile.read(file), file: file)
        } catch {
            StandardError.print(error.description)
            throw ExitStatus.badInput
        }
        let rows = inventory.nodes.map(NodeRow.init)
        if json { return try printJSON(rows) }
        printTable(rows)
        print("\(rows.count) " + (rows.count == 1 ? "node" : "nodes"))
    }

    private func printTable(_ rows: [NodeRow]) {
        let lines = [NodeRow.header] + rows.map(\.cells)
        let widths = NodeRow.header.indices.map { column in
            lines.map { $0[column].count }.max() ?? 0
        }
        for line in lines {
            let cells = line.enumerated().map { index, cell in
                cell + String(repeating: " ", count: widths[index] - cell.count)
            }
            print(cells.joined(separator: "  ").trimmingCharacters(in: .whitespaces))
        }
    }

    private func printJSON(_ rows: [NodeRow]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(rows), as: UTF8.self))
    }
}
