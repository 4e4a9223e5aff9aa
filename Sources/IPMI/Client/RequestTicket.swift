/// What a request is known by until it is done. The asker chooses it.
public struct RequestTicket: Sendable, Hashable {
    public let number: Int
    public init(_ number: Int) { self.number = number }
}
