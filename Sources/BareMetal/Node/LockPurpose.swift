/// What a node is locked for.
public struct LockPurpose: Sendable, Hashable {
    public let text: String

    init(_ text: String) { self.text = text }

    /// A change of state that was asked for.
    init(_ verb: ProvisionVerb) { text = verb.rawValue }

    /// A change of power that an operator, or the flow, asked for.
    init(_ request: PowerRequest) { text = request.rawValue }

    /// Work that a conductor takes up by itself: a round of power synchronization, what a ramdisk
    /// reports or owes, a look at hardware that is waited for, what a dead conductor left.
    public static let powerSync = LockPurpose("power-sync")
    public static let steps = LockPurpose("steps")
    public static let heartbeat = LockPurpose("heartbeat")
    public static let inventory = LockPurpose("inventory")
    public static let timeout = LockPurpose("timeout")
    public static let hardware = LockPurpose("hardware")
    public static let takeover = LockPurpose("takeover")
    /// Changes of the record.
    static let update = LockPurpose("update")
    static let reapply = LockPurpose("reapply")
    static let deletion = LockPurpose("deletion")
}

extension LockPurpose: CustomStringConvertible {
    public var description: String { text }
}
