/// Which devices fence which node, in which order.
///
/// Levels are tried one after the other; of a level, all devices must succeed (a node with two
/// power supplies is off when both are).
public struct FencingTopology: Sendable, Hashable {
    private let levels: [NodeName: [[ResourceID]]]

    public init(_ levels: [NodeName: [[ResourceID]]] = [:]) { self.levels = levels }

    /// A node without levels has one device, called after it.
    public func levels(of target: NodeName) -> [[ResourceID]] {
        levels[target] ?? [[ResourceID("fence-\(target)")]]
    }
}
