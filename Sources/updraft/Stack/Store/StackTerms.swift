import ArgumentParser
import Orchestration

/// How a stack's action is done.
struct StackTerms: ParsableArguments {
    @Flag(help: "Takes everything back where something fails.")
    var rollback = false

    @Option(help: "How long it may take, in minutes; an hour where nothing is said.")
    var timeout: Int?

    @Option(name: .customLong("tag"), help: "A word to find the stack by; may be repeated.")
    var tags: [String] = []

    var options: StackService.Options {
        var options = StackService.Options()
        options.rollback = rollback ? .enabled : .disabled
        options.timeout = timeout
        options.tags = tags
        return options
    }

    func validate() throws {
        guard let timeout, timeout < 1 else { return }
        throw ValidationError("'--timeout' takes a number of minutes, one at least.")
    }
}
