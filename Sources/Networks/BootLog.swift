public import Hardware
public import World

/// What one replica has seen of starting machines, by their addresses. It is a memory for
/// explanations only: nothing is decided by it, and it ends with its replica.
public actor BootLog {
    private let clock: any WorldClock
    private var last: [MACAddress: BootSighting] = [:]

    public init(clock: any WorldClock) { self.clock = clock }

    func note(_ outcome: BootSighting.Outcome, of address: MACAddress) {
        last[address] = BootSighting(outcome: outcome, at: clock.now)
    }

    /// What was last seen of a machine with these addresses since a moment; nil where nothing was.
    public func sighting(of addresses: [MACAddress], since: Instant) -> BootSighting? {
        addresses.compactMap { last[$0] }.filter { $0.at >= since }.max { $0.at < $1.at }
    }
}
