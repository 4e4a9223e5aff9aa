import Hardware
public import World

extension Conductor {
    /// Takes on what is asked of a node and returns as soon as that is written down.
    ///
    /// - Parameters:
    ///   - requester: who asks: an operator takes a node in hand with some requests, and nobody
    ///     else takes it back then (see ``Custody``).
    ///   - rest: what else the acceptance rests on, such as the asker's own right to ask.
    /// - Returns: the intent, whose document tells how it went.
    /// - Throws: ``ConductorError/refused(_:)``, ``ConductorError/forbidden(_:_:)``,
    ///   ``ConductorError/locked(_:by:)``, ``ConductorError/inMaintenance(_:reason:)`` and
    ///   ``ConductorError/noFreeWorker(of:)`` where nothing was taken on.
    @discardableResult
    public func request(
        _ request: NodeRequest, of name: NodeName, by requester: Requester = .operator,
        resting rest: (inout Transaction) -> Void = { _ in }
    ) async throws(ConductorError) -> Identifier {
        try await take(request, of: name, by: requester, under: StepTerms(), resting: rest)
    }

    func take(
        _ request: NodeRequest, of name: NodeName, by requester: Requester,
        under terms: StepTerms, resting rest: (inout Transaction) -> Void
    ) async throws(ConductorError) -> Identifier {
        try workers.take(for: .request)
        let identifier = Identifier(drawnFrom: world.random.branch("intents"))
        do throws(ConductorError) {
            let task = try await accept(
                request, as: identifier, of: name, by: requester, under: terms, resting: rest)
            work("\(request.verb) \(name)", on: task) { (task) throws(ConductorError) in
                try await self.perform(request, &task)
            }
        } catch {
            workers.giveBack()
            throw error
        }
        return identifier
    }

    private func accept(
        _ request: NodeRequest, as identifier: Identifier, of name: NodeName,
        by requester: Requester, under terms: StepTerms, resting rest: (inout Transaction) -> Void
    ) async throws(ConductorError) -> NodeTask {
        var written: [Intent] = []
        var dismissed: [MACAddress] = []
        return try await lock(name.text, for: LockPurpose(request.verb)) {
            (node) throws(ConductorError) in
            let decision = try RequestDecision(
                request, as: identifier, on: node, by: requester, under: options)
            try terms.check(node)
            try check(request, on: node, ramdisk: terms.ramdisk)
            let lock = node.reservation
            node = decision.node
            node.reservation = lock
            written = decision.intents
            dismissed = decision.dismissesRamdisk ? node.addresses : []
        } alongside: { _, transaction in
            rest(&transaction)
            for intent in written { transaction.put(intent) }
            network.dismiss(dismissed, in: &transaction)
        }
    }

    private func perform(
        _ request: NodeRequest, _ task: inout NodeTask
    ) async throws(ConductorError) {
        switch request {
        case .manage: try await manage(&task)
        case .inspect: try await startRamdisk(&task, reporting: .inventory)
        case .deploy:
            try await plug(&task)
            try await startSteps(&task)
        case .provide, .clean, .rebuild, .service, .rescue:
            try await startSteps(&task)
        case .undeploy: try await tearDown(&task)
        case .adopt: try await adopt(&task)
        case .unrescue: try await unrescue(&task)
        case .abort:
            // A step that may not be broken off ends first.
            if task.node.step?.isToAbort == true { return try await task.release() }
            try await clearAway(&task)
        // The next heartbeat goes on where the work was held.
        case .unhold: try await task.release()
        }
    }
}
