/// What a conductor reports of its work on a node.
public enum ProvisionEvent: String, Sendable, Hashable, Codable, CaseIterable {
    /// The work under way ended well.
    case done
    /// The work under way, or the wait for it, ended badly.
    case fail
    /// The ramdisk took over; the conductor awaits its call.
    case wait
    /// The ramdisk called and the conductor goes on.
    case resume
    /// The step reached asks to stop for an operator.
    case hold
    /// Tear-down is over and cleaning begins.
    case clean
    /// Cleaning that an operator asked for by hand ended, so the node stays out of the pool.
    case manage
}

extension ProvisionEvent: CustomStringConvertible {
    public var description: String { rawValue }
}
