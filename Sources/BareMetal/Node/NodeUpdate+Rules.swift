import Hardware

extension NodeUpdate {
    /// States in which the parts of a node that its work rests on may change.
    static let open: [ProvisionState] = [
        .enroll, .inspecting, .inspectWait, .manageable, .available,
    ]

    /// States with work to come in which a record may change all the same
    /// (Ironic's `UPDATE_ALLOWED_STATES`, less `inspecting`, in which its API updates nothing
    /// since version 1.39).
    static let updatable: [ProvisionState] = [
        .deployFailed, .inspectFailed, .inspectWait, .cleanFailed, .error, .verifying,
        .adoptFailed, .rescueFailed, .unrescueFailed, .serviceHold, .serviceFailed,
    ]

    /// Changes a node's record, or says why not. Pure.
    func apply(to node: inout Node) throws(NodeRefusal) {
        try checkMoment(node)
        try checkRecord(node)
        switch self {
        // A fault of its own would lift itself, whatever the operator means.
        case .maintenance(let reason): node.maintenance = Maintenance(reason: reason, fault: nil)
        case .endOfMaintenance: node.maintenance = nil
        case .fitness(let fitness): node.fitness = fitness
        case .protection(let protection): node.protection = protection
        case .retirement(let retirement): node.retirement = retirement
        case .resourceClass(let resourceClass): node.resourceClass = resourceClass
        case .traits(let traits): node.traits = traits
        case .conductorGroup(let group): node.conductorGroup = group
        case .properties(let properties): node.properties = properties
        case .rootDevice(let hints): node.rootDevice = hints
        case .skippedDevices(let skipped): node.skippedDevices = skipped
        case .controller(let driver, let address, let credentials):
            (node.driver, node.bmc, node.credentials) = (driver, address, credentials)
        case .driverSettings(let settings): node.driverSettings = settings
        case .chassis(let chassis): node.chassis = chassis
        case .owner(let owner): node.owner = owner
        case .lessee(let lessee): node.lessee = lessee
        case .automatedCleaning(let choice): node.automatedCleaning = choice
        case .particulars(let particulars): node.particulars = particulars
        case .targetRAID(let target): node.setTarget(target)
        case .association(let instance): node.instance = instance
        case .dissociation:
            node.instance = nil
            node.allocation = nil
        }
    }

    /// What about the node forbids the change, whatever is under way.
    private func checkRecord(_ node: Node) throws(NodeRefusal) {
        switch self {
        case .protection(.some) where node.protection == nil:
            try require([.active, .rescue], node)
        case .retirement(.some) where node.retirement == nil:
            try require(ProvisionState.allCases.filter { $0 != .available }, node)
        // Whoever placed an instance on it goes by the class that it had.
        case .resourceClass where node.resourceClass != nil: try require(Self.open, node)
        case .driverSettings(let settings):
            guard node.driverSettings?.interfaces ?? [:] != settings?.interfaces ?? [:] else {
                return
            }
            try requireOpenOrMaintenance(node)
            try Self.checkInterfaces(settings, of: node.driver)
        case .controller(let driver, _, _) where driver != node.driver:
            try Self.checkInterfaces(node.driverSettings, of: driver)
        case .association(let instance):
            let holder = node.instance?.id ?? node.allocation
            if let holder, holder != instance.id { throw .associated(holder) }
        case .dissociation where node.allocation != nil: try requireOpenOrMaintenance(node)
        default: return
        }
    }

    private static func checkInterfaces(
        _ settings: DriverSettings?, of driver: DriverName
    ) throws(NodeRefusal) {
        do throws(RecordRefusal) {
            try HardwareType.named(driver)?.check(settings?.interfaces ?? [:])
        } catch { throw .invalid(error.description) }
    }

    private func requireOpenOrMaintenance(_ node: Node) throws(NodeRefusal) {
        if node.maintenance == nil { try require(Self.open, node) }
    }

    /// Work under way reads the record; what has an address of its own in Ironic's API, and what
    /// keeps others away, may change beneath it.
    private func checkMoment(_ node: Node) throws(NodeRefusal) {
        switch self {
        case .maintenance, .endOfMaintenance, .traits, .targetRAID, .fitness: return
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
