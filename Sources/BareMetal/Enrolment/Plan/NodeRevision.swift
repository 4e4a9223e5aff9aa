/// Which descriptions of a node may be changed when (Ironic's rules).
enum NodeRevision {
    /// Why the changes may not be made now; nil where they may.
    static func objection(to changes: [EnrolmentChange], of node: Node) -> String? {
        let state = node.provisionState
        if let reservation = node.reservation { return "it is locked by \(reservation.holder)" }
        if changes.contains(where: { $0.field == "name" }) {
            return "it is registered as \(node.name), and a registered node keeps its name"
        }
        if node.target != nil, !NodeUpdate.updatable.contains(state) {
            return "it is \(state), and the work under way goes by what it is known to be"
        }
        guard let bound = changes.first(where: isBound(on: node)), !NodeUpdate.open.contains(state)
        else { return nil }
        let allowed = NodeUpdate.open.map(\.rawValue).joined(separator: ", ")
        return "its \(bound.field) is changed while it is \(state), expected one of \(allowed)"
    }

    /// What the node's work rests on: how it is driven, and what its instance was placed by.
    private static func isBound(on node: Node) -> (EnrolmentChange) -> Bool {
        { change in
            if change.field == "resource_class" { return node.resourceClass != nil }
            let isDriver =
                change.field == "pm_type" || DriverSettings.interfaceKeys.contains(change.field)
            return isDriver && node.maintenance == nil
        }
    }
}
