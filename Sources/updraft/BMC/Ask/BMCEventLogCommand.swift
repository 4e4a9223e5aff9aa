import ArgumentParser
import Fleet
import Foundation
import Hardware

/// `updraft bmc sel list --inventory rack.json`
struct BMCEventLogCommand: FleetCommand {
    static let configuration = CommandConfiguration(
        commandName: "sel",
        abstract: "Tells or clears machines' system event logs.",
        discussion: """
              updraft bmc sel list --inventory rack.json node-3
              updraft bmc sel info --inventory rack.json
              updraft bmc sel clear --inventory rack.json
            """)

    enum Verb: String, ExpressibleByArgument, CaseIterable {
        case list, info, clear
    }

    struct Entry: Encodable, Sendable {
        let time: String
        let severity: String
        let message: String

        init(_ entry: EventLogEntry) {
            let date = Date(timeIntervalSince1970: entry.sinceEpoch / .seconds(1))
            time = date.formatted(.iso8601)
            severity = entry.severity.rawValue
            message = entry.message
        }
    }

    struct Answer: Encodable, Sendable {
        var entries: [Entry]?
        var count: Int?
        var isCleared: Bool?
    }

    @Argument(help: "list, info or clear.")
    var verb: Verb

    @OptionGroup var options: ControllerOptions

    static let absentFromDomains: String? = "system event log"

    var header: [String] {
        switch verb {
        case .list: ["time", "severity", "event"]
        case .info: ["entries"]
        case .clear: ["log"]
        }
    }

    var work: @Sendable (any MachineController) async throws(BMCError) -> Answer {
        { [verb] controller throws(BMCError) in
            switch verb {
            case .list: return Answer(entries: try await controller.eventLog().map { Entry($0) })
            case .info: return Answer(count: try await controller.eventLog().count)
            case .clear:
                try await controller.clearEventLog()
                return Answer(isCleared: true)
            }
        }
    }

    func cells(_ answer: Answer) -> [[String]] {
        if let entries = answer.entries {
            return entries.map { [$0.time, $0.severity, $0.message] }
        }
        return [[answer.count.map(String.init) ?? "cleared"]]
    }
}
