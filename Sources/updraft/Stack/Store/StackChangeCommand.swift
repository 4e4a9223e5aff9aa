import ArgumentParser
import Orchestration

/// A command that has something done to a stack, and waits until it is done.
protocol StackChangeCommand: StackStoreCommand {
    var name: String { get }

    /// - Returns: the stack's id.
    func ask(_ service: StackService) async throws -> String
}

extension StackChangeCommand {
    /// What is told of how a stack came out:
    static var endings: String {
        "Exit status: 0 done, 1 failed, 2 waits for somebody else (a signal, a hook), 64 refused."
    }

    func act(at desk: StackDesk) async throws {
        let id = try await ask(desk.service)
        let record: StackRecord
        do {
            record = try await desk.settle(id) { event in
                if !stores.json { StandardError.print(StackText.line(event)) }
            }
        } catch let end as ExitCode where end == ExitStatus.interrupted {
            StandardError.print("\(name): goes on with the next 'updraft stack wait \(name)'")
            throw ExitStatus.interrupted
        }
        StandardOutput.print(
            stores.json ? StackText.json(record) : "\(record.name): \(record.state)")
        switch record.status {
        case .complete: return
        case .failed:
            if !stores.json { StandardError.print(record.reason) }
            throw ExitStatus.failed
        case .inProgress: throw ExitCode(2)
        }
    }
}
