/// What a client wants done, and what has ended.
public struct ClientOutput: Sendable {
    public struct Completion: Sendable {
        public let ticket: RequestTicket
        /// The answer without its completion code.
        public let result: Result<[UInt8], IPMIError>
    }

    /// What a machine's serial console has shown, or that it is closed.
    public struct ConsoleNews: Sendable {
        public let host: HostNumber
        /// Empty where the console is closed.
        public let characters: [UInt8]
        public let isClosed: Bool
    }

    public internal(set) var consoles: [ConsoleNews] = []
    public internal(set) var datagrams: [OutgoingDatagram] = []
    public internal(set) var completions: [Completion] = []

    mutating func complete(_ ticket: RequestTicket, _ result: Result<[UInt8], IPMIError>) {
        completions.append(Completion(ticket: ticket, result: result))
    }
}
