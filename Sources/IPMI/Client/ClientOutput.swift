/// What a client wants done, and what has ended.
public struct ClientOutput: Sendable {
    public struct Completion: Sendable {
        public let ticket: RequestTicket
        /// The answer without its completion code.
        public let result: Result<[UInt8], IPMIError>
    }

    public internal(set) var datagrams: [OutgoingDatagram] = []
    public internal(set) var completions: [Completion] = []

    mutating func complete(_ ticket: RequestTicket, _ result: Result<[UInt8], IPMIError>) {
        completions.append(Completion(ticket: ticket, result: result))
    }
}
