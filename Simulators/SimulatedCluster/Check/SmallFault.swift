/// What goes wrong in a small cluster.
public enum SmallFault: Sendable, Hashable, CustomStringConvertible {
    case crash(NodeName)
    /// The second hears nothing of the first any more.
    case cut(from: NodeName, to: NodeName)
    /// Neither hears the other any more.
    case part(NodeName, NodeName)
    /// The node's fencing device fails, or its BMC cannot be reached.
    case fencingFails(NodeName)
    /// The node's fencing device says that it has fenced, and does nothing.
    case fencingLies(NodeName)

    public var description: String {
        switch self {
        case .crash(let node): "\(node) crashes"
        case .cut(let from, let to): "\(to) hears \(from) no more"
        case .part(let one, let other): "\(one) and \(other) hear each other no more"
        case .fencingFails(let node): "the fencing of \(node) fails from now on"
        case .fencingLies(let node): "the fencing of \(node) lies from now on"
        }
    }

    /// All that can happen to these nodes.
    static func all(of nodes: [NodeName]) -> [SmallFault] {
        var faults = nodes.flatMap { [SmallFault.crash($0), .fencingFails($0), .fencingLies($0)] }
        for (index, one) in nodes.enumerated() {
            for other in nodes where other != one { faults.append(.cut(from: one, to: other)) }
            for other in nodes[(index + 1)...] { faults.append(.part(one, other)) }
        }
        return faults
    }
}
