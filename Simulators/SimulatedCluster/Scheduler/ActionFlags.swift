/// What is so of an action while a transition is worked out.
struct ActionFlags: OptionSet {
    let rawValue: UInt16

    /// Nobody carries it out; it stands for others, or for what fencing implies.
    static let pseudo = ActionFlags(rawValue: 1 << 0)
    static let runnable = ActionFlags(rawValue: 1 << 1)
    /// Not needed.
    static let optional = ActionFlags(rawValue: 1 << 2)
    /// In the graph though not needed.
    static let shown = ActionFlags(rawValue: 1 << 3)
    static let migratable = ActionFlags(rawValue: 1 << 4)
    static let impliedByFencing = ActionFlags(rawValue: 1 << 5)
    /// Runnable as soon as enough of what comes before it is.
    static let requiresAny = ActionFlags(rawValue: 1 << 6)
    static let onCoordinator = ActionFlags(rawValue: 1 << 7)
    static let dumped = ActionFlags(rawValue: 1 << 8)
    static let tracked = ActionFlags(rawValue: 1 << 9)
    static let dangling = ActionFlags(rawValue: 1 << 10)
}
