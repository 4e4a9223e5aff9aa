import Hardware

/// Why what a ramdisk reported cannot be taken for the node.
public enum IntrospectionFailure: Error, Sendable, Hashable {
    /// No interface can be a port under the policy; the machine has `found` interfaces.
    case noUsableInterfaces(policy: PortAddition, found: Int)
    /// The ramdisk sees another controller than the one the node was enrolled with, so it runs on
    /// another machine than the node says.
    case bmcAddressMismatch(enrolled: String, reported: String)
    case noProcessors
    case noMemory

    /// Whether another introspection can succeed with nothing changed by an operator: a link may
    /// come up; what a machine is made of stays.
    public var isTransient: Bool {
        switch self {
        case .noUsableInterfaces(_, let found): found > 0
        case .bmcAddressMismatch, .noProcessors, .noMemory: false
        }
    }
}

extension IntrospectionFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noUsableInterfaces(let policy, let found):
            "no usable interfaces: \(found) reported, none fits the policy '\(policy.rawValue)'"
        case .bmcAddressMismatch(let enrolled, let reported):
            "the node is enrolled with the BMC \(enrolled), the machine reports \(reported)"
        case .noProcessors: "the machine reports no processors"
        case .noMemory: "the machine reports no memory"
        }
    }
}
