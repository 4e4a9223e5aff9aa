public import World

/// The ring as it was read, and who manages which node by it.
public struct RingReading: Sendable {
    public let stored: Stored<ConductorRing>
    public let rings: HashRings

    init(_ stored: Stored<ConductorRing>) {
        self.stored = stored
        rings = HashRings(stored.document)
    }

    public var ring: ConductorRing { stored.document }
}
