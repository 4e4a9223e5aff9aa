extension NodeUpdate {
    /// States in which the parts of a node that its work rests on may change.
    static let open: [ProvisionState] = [
        .enroll, .inspecting, .inspectWait, .manageable, .available,
    ]

    /// States with work to come in which a record may change all the same
    /// (Ironic's `UPDATE_ALLOWED_STATES`).
    static let updatable: [ProvisionState] = [
        .deployFailed, .inspecting, .inspectFailed, .inspectWait, .cleanFailed, .error, .verifying,
        .adoptFailed, .rescueFailed, .unrescueFailed, .serviceHold, .serviceFailed,
    ]

    /// Changes a node's record, or says why not. Pure.
    func apply(to node: inout Node) throws(NodeRefusal) {
        try checkMoment(node)
        switch self {
        case .maintenance(let reason):
            // A fault of its own would lift itself, whatever the operator means.
            node.maintenance = Maintenance(reason: reason, fault: nil)
        case .endOfMaintenance: node.maintenance = nil
        case .protection(let protection):
            if protection != nil { try require([.active, .rescue], node) }
            node.protection = protection
        case .retirement(let retirement):
            if retirement != nil, node.provisionState == .available {
                try require(ProvisionState.allCases.filter { $0 != .available }, node)
            }
            node.retirement = retirement
        case .resourceClass(let resourceClass):
            // Whoever placed an instance on it goes by the class that it had.
            if node.resourceClass != nil { try require(Self.open, node) }
            node.resourceClass = resourceClass
        case .traits(let traits): node.traits = traits
        case .conductorGroup(let group): node.conductorGroup = group
        case .properties(let properties): node.properties = properties
        case .rootDevice(let hints): node.rootDevice = hints
        case .controller(let driver, let address, let credentials):
            if node.maintenance == nil { try require(Self.open, node) }
            node.driver = driver
            node.bmc = address
            node.credentials = credentials
        case .dissociation:
            if node.maintenance == nil { try require(Self.open, node) }
            node.instance = nil
            node.allocation = nil
        }
    }

    /// Work under way reads the record; only what keeps others away may change beneath it.
    private func checkMoment(_ node: Node) throws(NodeRefusal) {
        switch self {
        case .maintenance, .endOfMaintenance: return
        case .dissociation where node.maintenance != nil: return
        default: break
        }
        guard node.target != nil, !Self.updatable.contains(node.provisionState) else { return }
        let resting = ProvisionState.allCases.filter { $0.isStable }
        throw .wrongState(node.provisionState, allowed: resting + Self.updatable)
    }

    private func require(
        _ allowed: [ProvisionState], _ node: Node
    ) throws(NodeRefusal) {
        guard !allowed.contains(node.provisionState) else { return }
        throw .wrongState(node.provisionState, allowed: allowed)
    }
}
