/// Which descriptions of a node may be changed when (Ironic's rules).
enum NodeRevision {
    /// In which a node may get another driver, other interfaces or another resource class.
    private static let states: [ProvisionState] = [
        .enroll, .manageable, .inspecting, .inspectWait, .available,
    ]

    /// Why the changes may not be made now; nil where they may.
    static func objection(to changes: [EnrolmentChange], of node: Node) -> String? {
        if let reservation = node.reservation { return "it is locked by \(reservation.holder)" }
        if changes.contains(where: { $0.field == "name" }) {
            return "it is registered as \(node.name), and a registered node keeps its name"
        }
        let bound = changes.first {
            $0.field == "pm_type" || $0.field == "resource_class"
                || DriverSettings.interfaceKeys.contains($0.field)
        }
        guard let bound, node.maintenance == nil, !states.contains(node.provisionState) else {
            return nil
        }
        let allowed = states.map(\.rawValue).joined(separator: ", ")
        return "its \(bound.field) is changed while it is \(node.provisionState), "
            + "expected one of \(allowed), or maintenance"
    }
}
