import Hardware

extension RequestDecision {
    /// What about a node forbids a request that its state may take.
    static func check(
        _ request: NodeRequest, on node: Node, by requester: Requester,
        under options: ConductorOptions
    ) throws(ConductorError) {
        if let maintenance = node.maintenance, isStopped(request, node, options) {
            throw .inMaintenance(node.name, reason: maintenance.reason)
        }
        guard ProvisionTable.verbs(from: node.provisionState).contains(request.verb) else { return }
        if requester == .service, node.custody == .operator, Custody.isTakeback(request) {
            throw .forbidden(node.name, .inHand)
        }
        do throws(NodeRefusal) { try checkRecord(request, node) } catch {
            throw .forbidden(node.name, error)
        }
    }

    /// Ironic deploys, rescues, services and cleans by hand nothing in maintenance; an option says
    /// whether it gives such a node back to the pool.
    private static func isStopped(
        _ request: NodeRequest, _ node: Node, _ options: ConductorOptions
    ) -> Bool {
        switch request {
        case .deploy, .rebuild, .clean, .rescue, .unrescue, .service: true
        case .provide: options.provisioningInMaintenance == .refused
        case .abort: node.provisionState == .serviceFailed
        case .manage, .inspect, .undeploy, .adopt, .unhold: false
        }
    }

    private static func checkRecord(
        _ request: NodeRequest, _ node: Node
    ) throws(NodeRefusal) {
        switch request {
        case .rebuild(_, let terms):
            try checkProtection(node)
            guard let instance = node.instance else { throw .noInstance }
            if let reason = terms.objection(to: instance) { throw .invalid(reason) }
        case .undeploy: try checkProtection(node)
        case .provide:
            if let retirement = node.retirement { throw .retired(reason: retirement.reason) }
        case .deploy(let instance):
            try checkOwner(instance, node)
            try checkTraits(instance, node)
        case .adopt(.some(let instance)): try checkOwner(instance, node)
        case .clean(let steps), .service(let steps):
            guard !steps.isEmpty else {
                throw .invalid("'\(request.verb)' takes the steps that are to be run")
            }
        case .manage, .inspect, .adopt(.none), .rescue, .unrescue, .abort, .unhold: break
        }
    }

    private static func checkOwner(_ instance: Instance, _ node: Node) throws(NodeRefusal) {
        guard let owner = node.instance?.id, owner != instance.id else { return }
        throw .associated(owner)
    }

    /// What was asked for chooses steps that are for nodes with these traits.
    private static func checkTraits(_ instance: Instance, _ node: Node) throws(NodeRefusal) {
        let missing = instance.traits.filter { !node.traits.contains($0) }
        guard !missing.isEmpty else { return }
        let names = missing.map(\.text).joined(separator: ", ")
        throw .invalid("the instance has traits that the node has not: \(names)")
    }

    private static func checkProtection(_ node: Node) throws(NodeRefusal) {
        if let protection = node.protection { throw .protected(reason: protection.reason) }
    }
}
