extension RequestDecision {
    /// What about a node forbids a request that its state may take.
    static func check(
        _ request: NodeRequest, on node: Node, under options: ConductorOptions
    ) throws(ConductorError) {
        if let maintenance = node.maintenance, isStopped(request, node, options) {
            throw .inMaintenance(node.name, reason: maintenance.reason)
        }
        guard ProvisionTable.verbs(from: node.provisionState).contains(request.verb) else { return }
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
        case .rebuild:
            try checkProtection(node)
            guard node.instance != nil else { throw .noInstance }
        case .undeploy: try checkProtection(node)
        case .provide:
            if let retirement = node.retirement { throw .retired(reason: retirement.reason) }
        case .deploy(let instance), .adopt(.some(let instance)):
            guard let owner = node.instance?.id, owner != instance.id else { return }
            throw .associated(owner)
        case .clean(let steps), .service(let steps):
            guard !steps.isEmpty else {
                throw .invalid("'\(request.verb)' takes the steps that are to be run")
            }
        case .manage, .inspect, .adopt(.none), .rescue, .unrescue, .abort, .unhold: break
        }
    }

    private static func checkProtection(_ node: Node) throws(NodeRefusal) {
        if let protection = node.protection { throw .protected(reason: protection.reason) }
    }
}
