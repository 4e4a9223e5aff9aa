/// A server was heard from for the first time on a machine.
public struct ServerArrival: Sendable, Hashable {
    public let at: Tick
    public let server: String
    public let machine: String

    public init(at: Tick, server: String, machine: String) {
        self.at = at
        self.server = server
        self.machine = machine
    }
}
