import ArgumentParser
import Facts
import Foundation
import Hardware
import Outliers

/// `updraft benchmark report facts/ --html report.html`
struct BenchmarkReportCommand: ParsableCommand {
    enum Method: String, ExpressibleByArgument, CaseIterable { case robust, cardiff }

    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Groups machines by hardware and names those that are out of line.",
        discussion: """
            Reads the hardware tool's facts (as Python or JSON) and introspection data, one \
            machine a file:

              updraft benchmark report /var/lib/edeploy/health --html report.html
              updraft benchmark report today --against last-month --fdr 5% --min-effect 1%
              updraft benchmark report facts --method cardiff --reference-defects

            Exit status: 0 all are in line, 1 some are not or cannot be read, 64 nothing to read.
            """
    )

    @Argument(help: "Files of facts, or folders of them.")
    var files: [String]
    @Option(help: "How machines are judged: robust, or cardiff as the reference does.")
    var method: Method = .robust
    @Option(help: "The part of machines called sick that may be healthy.")
    var fdr = "5%"
    @Option(help: "Machines nearer to their group's centre than this are left alone.")
    var minEffect = "1%"
    @Option(help: "Files or folders of an earlier run, to tell what changed since.")
    var against: [String] = []
    @Option(help: "What tells machines apart: serial, uuid, document.")
    var uniqueID: String = "serial"
    @Option(help: "Only these, by commas: cpu, memory, disk, network.")
    var categories: String?
    @Option(help: "Only the group of this number.")
    var group: Int?
    @Option(help: "Components that do not tell groups apart, by commas, such as system,ipmi.")
    var ignore: String = ""
    @Option(help: "A file of lines 'machine rack', for the map of racks.")
    var racks: String?
    @Flag(help: "Also do wrong what the reference does wrong, and print its own report.")
    var referenceDefects = false
    @Flag(help: "JSON instead of tables.")
    var json = false
    @Option(help: "Writes a page of tables and pictures to this file.")
    var html: String?

    func run() throws {
        let report = try report()
        if let html {
            do { try Data(report.html.utf8).write(to: URL(filePath: html)) } catch {
                StandardError.print("\(html): cannot be written")
                throw ExitStatus.badInput
            }
        }
        StandardOutput.print(json ? report.json : text(report))
        try StandardOutput.check()
        if report.hasFindings { throw ExitStatus.failed }
    }

    private func text(_ report: BenchmarkReport) -> String {
        guard referenceDefects, case .cardiff(let findings) = report.findings else {
            return report.text
        }
        return CardiffText(findings).text
    }

    private func report() throws -> BenchmarkReport {
        let fleet = try fleet(files)
        let ignored = Set(ignore.split(separator: ",").map(String.init))
        let terms = RobustTerms(
            falseDiscoveryRate: try part(fdr, "--fdr"),
            minimumEffect: try part(minEffect, "--min-effect"))
        let findings: BenchmarkReport.Findings =
            switch method {
            case .robust: .robust(RobustReport(fleet, terms: terms, ignoring: ignored))
            case .cardiff:
                .cardiff(
                    CardiffReport(
                        fleet, ignoring: ignored,
                        defects: referenceDefects ? Set(CardiffDefect.allCases) : []))
            }
        let drift =
            against.isEmpty
            ? nil
            : DriftReport(fleet, against: try self.fleet(against), terms: terms, ignoring: ignored)
        return BenchmarkReport(
            fleet, findings, drift: drift, racks: try rackNames(), group: group)
    }

    private func fleet(_ paths: [String]) throws -> BenchmarkedFleet {
        guard let naming = MachineNaming(rawValue: uniqueID) else {
            throw ValidationError("--unique-id is serial, uuid or document")
        }
        let read = try FactFiles(paths)
        guard !read.documents.isEmpty || !read.unreadable.isEmpty else {
            StandardError.print("\(paths.joined(separator: ", ")): no files of facts")
            throw ExitStatus.badInput
        }
        let fleet = BenchmarkedFleet(
            read.documents, naming: naming, unreadable: read.unreadable)
        guard let categories else { return fleet }
        let families = categories.split(separator: ",").map(String.init)
        let known = families.compactMap(MetricFamily.init)
        guard known.count == families.count else {
            throw ValidationError("--categories are cpu, memory, disk and network")
        }
        return fleet.only(Set(known))
    }

    /// Such as `5%` or `0.05`.
    private func part(_ text: String, _ option: String) throws -> Ratio {
        let isPercent = text.hasSuffix("%")
        let number = Double(isPercent ? text.dropLast() : text[...])
        guard let number, case let value = isPercent ? number / 100 : number, value >= 0, value <= 1
        else { throw ValidationError("\(option) is a part such as 5% or 0.05, not '\(text)'") }
        return Ratio(value)
    }

    private func rackNames() throws -> [String: String] {
        guard let racks else { return [:] }
        guard let data = FileManager.default.contents(atPath: racks) else {
            StandardError.print("\(racks): cannot be read")
            throw ExitStatus.badInput
        }
        let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
        let pairs = lines.compactMap { line -> (String, String)? in
            let words = line.split(whereSeparator: { $0 == "," || $0.isWhitespace })
            return words.count == 2 ? (String(words[0]), String(words[1])) : nil
        }
        return Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }
}
