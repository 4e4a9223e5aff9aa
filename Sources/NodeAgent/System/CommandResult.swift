/// How a program ended, and what it said.
public struct CommandResult: Sendable, Hashable {
    /// Its exit status; 128 and a signal's number where a signal ended it.
    public let status: Int
    public let output: [UInt8]
    public let errors: [UInt8]

    public init(status: Int, output: [UInt8] = [], errors: [UInt8] = []) {
        self.status = status
        self.output = output
        self.errors = errors
    }
}
