/// Whether a node's record may go. Pure.
enum NodeDeletion {
    static let states: [ProvisionState] = [.manageable, .enroll, .adoptFailed]

    /// A node in maintenance may go from any state: that is how an operator gets rid of one whose
    /// controller is broken for good. A failed one goes through its clean state otherwise, so that
    /// no tenant's data leaves the records unseen.
    static func check(_ node: Node, under options: ConductorOptions) throws(NodeRefusal) {
        if node.maintenance == nil, let instance = node.instance { throw .associated(instance.id) }
        if let protection = node.protection { throw .protected(reason: protection.reason) }
        let allowed =
            states + (options.deletingAvailableNodes == .allowed ? [.available] : [])
        guard node.maintenance != nil || allowed.contains(node.provisionState) else {
            throw .wrongState(node.provisionState, allowed: allowed)
        }
    }
}
