import ArgumentParser
import Documents
import Foundation
import Introspection
import Pictures

/// `updraft introspect data/ --rules rules.yaml --previous yesterday/`
struct IntrospectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "introspect",
        abstract: "Tells what introspection makes of machines' data: nodes, ports, rules.",
        discussion: """
            Reads what ramdisks sent (JSON with 'inventory'), takes it as Ironic's hooks do, runs \
            rules of ironic-inspector's dialect or of Ironic's own, and tells what changes:

              updraft introspect data/ --rules rules.json
              updraft introspect data/ --previous yesterday/ --html report.html

            A node is read from the folder of nodes by its data's file name; a machine without one \
            is enrolled as unknown. With --previous, what is different since then is told: a \
            memory module that is gone, a disk in another's place, a cable in another port.

            Exit status: 0 all machines were introspected, 1 some were not, 64 a file is wrong.
            """
    )

    @Argument(help: "Files with ramdisks' data, or folders of them.")
    var data: [String]

    @Option(help: "A file of rules, JSON or YAML.")
    var rules: String?

    @Option(help: "A folder of nodes, JSON as Ironic's API tells them, with 'ports' beside.")
    var nodes: String?

    @Option(help: "A folder of the data of the last time.")
    var previous: String?

    @Option(help: "Which interfaces become ports: pxe, active, all or disabled.")
    var addPorts = "pxe"

    @Option(help: "Which ports stay: all, present or added.")
    var keepPorts = "all"

    @Option(help: "Write a page with the result there.")
    var html: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let rules = try rules.map(readRules)
        let options = try options()
        let reports = try TextFiles.paths(data).map { path in
            let file = URL(filePath: path).lastPathComponent
            let node = try nodes.flatMap { try TextFiles.json(ifPresent: "\($0)/\(file)") }
            return IntrospectionReport(
                URL(filePath: path).deletingPathExtension().lastPathComponent,
                try TextFiles.json(path), node: node, ports: node?["ports"]?.list ?? [],
                previous: try previous.flatMap { try TextFiles.json(ifPresent: "\($0)/\(file)") },
                rules: rules, options: options)
        }
        let table = IntrospectTable(reports)
        if json {
            StandardOutput.print(DocumentValue.list(reports.map(\.json)).indentedJSON)
        } else {
            table.tables.forEach { StandardOutput.print($0.table.text + "\n") }
        }
        try StandardOutput.check()
        if let html { try TextFiles.write(table.page.html, to: html) }
        guard reports.allSatisfy({ $0.failure == nil }) else { throw ExitStatus.failed }
    }

    private func readRules(_ path: String) throws -> IntrospectionRules {
        let text = try TextFiles.text(path)
        guard let document = (try? DocumentValue(json: text)) ?? (try? DocumentValue(yaml: text))
        else {
            StandardError.print("\(path): it is neither JSON nor YAML")
            throw ExitStatus.badInput
        }
        do throws(RuleError) {
            return try IntrospectionRules(document)
        } catch {
            StandardError.print("\(path): \(error.message)")
            throw ExitStatus.badInput
        }
    }

    private func options() throws -> InspectionOptions {
        guard let adding = PortAddition(rawValue: addPorts),
            let keeping = PortRetention(rawValue: keepPorts)
        else {
            StandardError.print(
                "--add-ports is pxe, active, all or disabled; --keep-ports all, present or added")
            throw ExitStatus.badInput
        }
        var options = InspectionOptions()
        (options.adding, options.keeping) = (adding, keeping)
        return options
    }
}
