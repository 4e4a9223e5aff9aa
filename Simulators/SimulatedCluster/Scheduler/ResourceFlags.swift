/// What is so of a resource while a transition is worked out.
struct ResourceFlags: OptionSet {
    let rawValue: UInt32

    static let managed = ResourceFlags(rawValue: 1 << 0)
    static let orphan = ResourceFlags(rawValue: 1 << 1)
    /// Left alone until somebody mends it.
    static let blocked = ResourceFlags(rawValue: 1 << 2)
    static let failed = ResourceFlags(rawValue: 1 << 3)
    static let mustStop = ResourceFlags(rawValue: 1 << 4)
    static let failureIgnored = ResourceFlags(rawValue: 1 << 5)
    static let maintenance = ResourceFlags(rawValue: 1 << 6)
    /// Each instance is a thing of its own.
    static let unique = ResourceFlags(rawValue: 1 << 7)
    static let promotable = ResourceFlags(rawValue: 1 << 8)
    static let critical = ResourceFlags(rawValue: 1 << 9)
    static let allowsMigration = ResourceFlags(rawValue: 1 << 10)
    static let needsQuorum = ResourceFlags(rawValue: 1 << 11)
    static let needsFencing = ResourceFlags(rawValue: 1 << 12)
    static let fencingDevice = ResourceFlags(rawValue: 1 << 13)
    static let startPending = ResourceFlags(rawValue: 1 << 14)
    /// Not yet given a node.
    static let provisional = ResourceFlags(rawValue: 1 << 15)
    static let assigning = ResourceFlags(rawValue: 1 << 16)
    static let merging = ResourceFlags(rawValue: 1 << 17)
    static let restarting = ResourceFlags(rawValue: 1 << 18)
    static let stopsUnexpected = ResourceFlags(rawValue: 1 << 19)
    static let exclusiveDiscovery = ResourceFlags(rawValue: 1 << 20)
    static let promotionScoresAdded = ResourceFlags(rawValue: 1 << 21)
    static let promotionSorted = ResourceFlags(rawValue: 1 << 22)
    static let notifies = ResourceFlags(rawValue: 1 << 23)
}
