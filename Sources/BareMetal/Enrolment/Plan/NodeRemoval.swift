/// Which nodes may be deleted (Ironic's rules).
public enum NodeRemoval {
    /// Ironic's, with its default `allow_deleting_available_nodes`.
    private static let states: [ProvisionState] = [.manageable, .enroll, .adoptFailed, .available]

    /// Why a node may not be deleted now; nil where it may.
    ///
    /// A failed node goes through manageable first, since its disks may still be somebody's; one in
    /// maintenance may always be deleted, since it may be hopeless.
    public static func objection(to node: Node) -> String? {
        if let reservation = node.reservation { return "it is locked by \(reservation.holder)" }
        if let instance = node.instance, node.maintenance == nil {
            return "it is \(instance.owner)'s machine"
        }
        if node.protection != nil { return "it is protected" }
        guard node.maintenance == nil, !states.contains(node.provisionState) else { return nil }
        let allowed = states.map(\.rawValue).joined(separator: ", ")
        return "it is \(node.provisionState), expected one of \(allowed), or maintenance"
    }
}
