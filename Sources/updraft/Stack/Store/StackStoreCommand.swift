import ArgumentParser
import Orchestration

/// A command on stacks that are kept in a file.
protocol StackStoreCommand: AsyncParsableCommand {
    var stores: StackStoreOptions { get }
    static var use: StackStoreOptions.Use { get }

    /// Looks through what is asked for before anything is touched.
    func check() throws
    func act(at desk: StackDesk) async throws
}

extension StackStoreCommand {
    static var use: StackStoreOptions.Use { .existing }

    func check() throws {}

    func run() async throws {
        try check()
        let desk = try stores.open(Self.use)
        do {
            try await act(at: desk)
        } catch let fault as StackFault {
            StandardError.print(fault.description)
            throw fault.isTransient ? ExitStatus.unavailable : ExitStatus.badInput
        }
        try desk.close()
        try StandardOutput.check()
    }
}
