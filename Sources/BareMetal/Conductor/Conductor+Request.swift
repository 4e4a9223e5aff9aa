import Hardware
public import World

extension Conductor {
    /// Takes on what is asked of a node and returns as soon as that is written down.
    ///
    /// - Returns: the intent, whose document tells how it went.
    /// - Throws: ``ConductorError/refused(_:)``, ``ConductorError/locked(_:by:)``,
    ///   ``ConductorError/inMaintenance(_:reason:)`` where nothing was taken on.
    @discardableResult
    public func request(
        _ request: NodeRequest, of name: NodeName
    ) async throws(ConductorError) -> Identifier {
        let identifier = Identifier(drawnFrom: world.random.branch("intents"))
        var superseded: Intent?
        let task = try await lock(name.text, for: request.verb.rawValue) {
            (node) throws(ConductorError) in
            superseded = node.intent
            try Self.accept(request, as: identifier, on: &node)
        } alongside: { node, transaction in
            if let intent = node.intent { transaction.insert(intent) }
            // A ramdisk that is waited for may be overtaken by a request to undeploy.
            if var superseded {
                superseded.outcome = .failed(reason: "it was overtaken by '\(request.verb)'")
                transaction.put(superseded)
            }
        }
        world.spawner.spawn("\(request.verb) \(name)") {
            await self.carryOut(task) { (task) throws(ConductorError) in
                try await self.perform(request, &task)
            }
        }
        return identifier
    }

    private static func accept(
        _ request: NodeRequest, as identifier: Identifier, on node: inout Node
    ) throws(ConductorError) {
        if let maintenance = node.maintenance, request.verb != .manage {
            throw .inMaintenance(node.name, reason: maintenance.reason)
        }
        do {
            node.provisionState = try ProvisionTable.next(
                from: node.provisionState, on: request.verb)
        } catch { throw .refused(error) }
        node.intent = Intent(identifier: identifier, node: node.name, verb: request.verb)
        node.step = nil
        switch request {
        case .deploy(let instance): node.instance = instance
        case .rebuild(let image):
            node.instance = node.instance.map {
                Instance(id: $0.id, owner: $0.owner, image: image)
            }
        case .manage, .inspect, .provide, .undeploy: break
        }
    }

    private func perform(
        _ request: NodeRequest, _ task: inout NodeTask
    ) async throws(ConductorError) {
        switch request {
        case .manage: try await manage(&task)
        case .inspect: try await startRamdisk(&task, reporting: .inventory)
        case .provide, .deploy, .rebuild: try await startRamdisk(&task, reporting: .heartbeats)
        case .undeploy: try await tearDown(&task)
        }
    }
}
