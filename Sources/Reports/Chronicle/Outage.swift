/// A server that had been up was taken from its machine.
public struct Outage: Sendable, Hashable {
    public let server: String
    public let machine: String
    /// When its machine broke; nil where no fault was in force on it.
    public let broke: Tick?
    /// When the control plane took the server from it.
    public let noticed: Tick
    public let reason: String
    /// When it was heard from again, and the machine it has then.
    public internal(set) var back: Tick?
    public internal(set) var now: String?

    public init(server: String, machine: String, broke: Tick?, noticed: Tick, reason: String) {
        self.server = server
        self.machine = machine
        self.broke = broke
        self.noticed = noticed
        self.reason = reason
    }

    /// Since when it was without service, as far as is known.
    public var began: Tick { broke ?? noticed }
}
