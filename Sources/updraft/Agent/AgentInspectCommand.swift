import ArgumentParser
import Documents
import Facts
import LiveWorld
import NodeAgent

/// `updraft agent inspect --form facts`
struct AgentInspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Tells what this machine is, as ironic-python-agent or the hardware tool do.",
        discussion: """
            Reads /sys and /proc, and asks dmidecode where it is installed; what cannot be found \
            out is left out:

              updraft agent inspect > node.json
              updraft agent inspect --form facts > node.hw

            Exit status: 0 done, 1 the machine cannot be read.
            """
    )

    /// The form of what is told.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case inventory
        case facts
    }

    @Option(help: "inventory is ironic-python-agent's JSON, facts the hardware tool's list.")
    var form = Form.inventory

    func run() async throws {
        let collector = InventoryCollector(on: LiveNodeSystem())
        let inventory: DocumentValue
        do throws(NodeSystemError) {
            inventory = try await collector.inventory()
        } catch {
            StandardError.print(error.description)
            throw ExitStatus.failed
        }
        switch form {
        case .inventory: StandardOutput.print(inventory.indentedJSON)
        case .facts:
            let document = try FactDocument(inventory.json, origin: "this machine")
            StandardOutput.print(document.pythonText)
        }
        try StandardOutput.check()
    }
}
