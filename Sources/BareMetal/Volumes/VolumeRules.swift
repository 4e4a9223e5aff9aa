import Hardware
public import World

/// What may be done with a node's volume records (Ironic's `update_volume_target` and others).
public enum VolumeRules {
    /// Of one type, a connector's name is in one record.
    ///
    /// - Parameter others: every connector there is, of all nodes.
    public static func check(
        _ connector: VolumeConnector, among others: [VolumeConnector]
    ) throws(RecordRefusal) {
        let isTaken = others.contains {
            $0.uuid != connector.uuid && $0.type == connector.type
                && $0.connectorID == connector.connectorID
        }
        guard isTaken else { return }
        throw .conflict(
            "a volume connector with type \(connector.type) and connector ID "
                + "\(connector.connectorID) already exists")
    }

    /// A node has one volume of each index.
    ///
    /// - Parameter others: the targets of the same node, at least.
    public static func check(
        _ target: VolumeTarget, among others: [VolumeTarget]
    ) throws(RecordRefusal) {
        let isTaken = others.contains {
            $0.uuid != target.uuid && $0.node == target.node && $0.bootIndex == target.bootIndex
        }
        guard isTaken else { return }
        throw .conflict(
            "a volume target with boot index \(target.bootIndex) for the same node already exists")
    }

    /// A machine that runs may have its volumes open.
    public static func checkChange(on node: Node) throws(RecordRefusal) {
        guard node.powerState != .off else { return }
        throw .invalid("volume records of \(node.name) are changed while it is off")
    }

    /// As a change, but nodes that carry nothing yet may lose theirs at any power.
    public static func checkRemoval(on node: Node) throws(RecordRefusal) {
        if [.manageable, .enroll, .adoptFailed].contains(node.provisionState) { return }
        try checkChange(on: node)
    }

    /// Where a deployed node starts from.
    public enum Root: Sendable, Hashable {
        /// A local disk, on which the image is written.
        case disk
        /// A remote volume that has its contents already: no image is written.
        case volume(Identifier)
    }

    /// Where a node with these volumes starts from: from the one of index 0, if there is one.
    public static func root(among targets: [VolumeTarget]) -> Root {
        targets.first { $0.bootIndex == VolumeTarget.rootIndex }.map { .volume($0.uuid) } ?? .disk
    }
}
