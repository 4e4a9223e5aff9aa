import ArgumentParser
import Fleet
import Foundation
import Hardware

/// What many controllers said, as it is shown; and the exit status that follows from it.
struct FleetReport<Answer: Sendable & Encodable> {
    private struct Row: Encodable {
        let name: String
        let address: String
        let ok: Bool
        let result: Answer?
        let error: String?
        /// Whether the same may succeed later with nothing changed by an operator.
        let isTransient: Bool?
    }

    let outcomes: [FleetRound<Answer>.Outcome]
    let header: [String]
    /// The rows of one answer, without its target's name.
    let cells: (Answer) -> [[String]]

    /// Prints a table on standard output and failures on standard error, or all of it as JSON.
    ///
    /// - Throws: ``ExitStatus/failed`` where some failed.
    func print(asJSON: Bool) throws {
        if asJSON { try printJSON() } else { printTable() }
        try StandardOutput.check()
        let failed = outcomes.count {
            if case .failure = $0.result { true } else { false }
        }
        guard failed == 0 else {
            if outcomes.count > 1 {
                StandardError.print("\(failed) of \(outcomes.count) failed")
            }
            throw ExitStatus.failed
        }
    }

    private func printTable() {
        var rows: [[String]] = []
        var failures: [String] = []
        for (target, result) in outcomes {
            switch result {
            case .success(let answer): rows += cells(answer).map { [target.name] + $0 }
            case .failure(let error): failures.append("\(target.name): \(error)")
            }
        }
        if !rows.isEmpty {
            StandardOutput.print(TextTable(header: ["name"] + header, rows).lines)
        }
        for failure in failures { StandardError.print(failure) }
    }

    private func printJSON() throws {
        let rows = outcomes.map { target, result in
            switch result {
            case .success(let answer):
                Row(
                    name: target.name, address: target.address.description, ok: true,
                    result: answer, error: nil, isTransient: nil)
            case .failure(let error):
                Row(
                    name: target.name, address: target.address.description, ok: false,
                    result: nil, error: error.description, isTransient: error.isTransient)
            }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        StandardOutput.print(String(decoding: try encoder.encode(rows), as: UTF8.self))
    }
}
