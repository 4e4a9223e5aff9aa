import ArgumentParser
import Documents
import Facts
import Foundation
import Matching
import Pictures

/// `updraft match facts/ --specs /etc/edeploy`
struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Gives machines profiles by their hardware, as edeploy and ahc-match do.",
        discussion: """
            Reads facts of machines (files of the hardware tool or of introspection, or folders \
            of them) and a folder with 'state' and the profiles' .specs and .cmdb:

              updraft match facts/ --specs /etc/edeploy
              updraft match facts/ --specs /etc/edeploy --method reference --json

            Who was given what is kept in assignments.json in that folder, so that machines keep \
            their profiles. A machine that no profile is left for is unusable, and told why.

            Exit status: 0 all machines have a profile and no profile lacks machines, 1 otherwise, \
            64 a file is wrong.
            """
    )

    @Argument(help: "Files with facts, or folders of them.")
    var facts: [String]

    @Option(help: "The folder with 'state' and the specifications.")
    var specs: String

    @Option(
        help: "optimal serves as many machines as can be, reference takes them in their order.")
    var method = MatchMethod.optimal

    @Option(help: "Where it is kept who has what. [default: assignments.json beside 'state']")
    var assignments: String?

    @Option(help: "Write a page with the result there.")
    var html: String?

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Change no file.")
    var dryRun = false

    func run() throws {
        let configuration = try configuration()
        for finding in configuration.findings { StandardError.print("\(specs)/\(finding)") }
        let record = try record()
        let plan = ProfileMatching(configuration.profiles, method: method)
            .plan(try machines(), record: record)
        let report = MatchReport(plan)
        if json {
            StandardOutput.print(report.json.indentedJSON)
        } else {
            StandardOutput.print(report.table.text)
            StandardOutput.print("")
            StandardOutput.print(report.profiles.text)
        }
        try StandardOutput.check()
        if !dryRun {
            try TextFiles.write(plan.record(over: record).document.indentedJSON, to: recordPath)
        }
        if let html { try TextFiles.write(report.page.html, to: html) }
        guard report.isComplete else { throw ExitStatus.failed }
    }

    private var recordPath: String { assignments ?? "\(specs)/assignments.json" }

    private func configuration() throws -> MatchConfiguration {
        var files: [String: String] = [:]
        for name in try TextFiles.names(in: specs)
        where name == "state" || name.hasSuffix(".specs") || name.hasSuffix(".cmdb") {
            files[name] = try TextFiles.text("\(specs)/\(name)")
        }
        do throws(MatchConfigurationError) {
            return try MatchConfiguration(files)
        } catch {
            for finding in error.errors { StandardError.print("\(specs)/\(finding)") }
            throw ExitStatus.badInput
        }
    }

    private func record() throws -> MatchRecord {
        guard FileManager.default.fileExists(atPath: recordPath) else { return MatchRecord() }
        let text = try TextFiles.text(recordPath)
        guard let document = try? DocumentValue(json: text), let record = MatchRecord(document)
        else {
            StandardError.print("\(recordPath): it is no record of assignments")
            throw ExitStatus.badInput
        }
        return record
    }

    private func machines() throws -> [MatchMachine] {
        try TextFiles.paths(facts).map { path in
            let name = URL(filePath: path).deletingPathExtension().lastPathComponent
            return MatchMachine(name: name, facts: try facts(of: path, TextFiles.text(path)))
        }
    }

    private func facts(of path: String, _ text: String) throws -> [Fact] {
        do throws(FactDocumentError) {
            return try FactDocument(text, origin: path).facts
        } catch {
            StandardError.print(error.description)
            throw ExitStatus.badInput
        }
    }
}
