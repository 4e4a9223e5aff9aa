import Hardware
import World

/// One conductor's rounds of power synchronization.
actor PowerSyncRound {
    private let conductor: Conductor
    private var failures: [NodeName: Int] = [:]
    private var lastRecovery: Instant
    private var queue: [Node] = []

    init(_ conductor: Conductor) {
        self.conductor = conductor
        lastRecovery = conductor.world.clock.now
    }

    /// Asks every controller that is due, a few at a time.
    func run() async {
        guard let nodes = try? await conductor.store.scan(Node.self).map(\.document) else { return }
        let isRecoveryDue =
            conductor.world.clock.now - lastRecovery >= ConductorLimits.powerRecoveryInterval
        if isRecoveryDue { lastRecovery = conductor.world.clock.now }
        queue = nodes.reversed().filter { Self.isDue($0, recovering: isRecoveryDue) }
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<ConductorLimits.powerSyncWorkers {
                group.addTask { await self.work() }
            }
        }
    }

    private static func isDue(_ node: Node, recovering: Bool) -> Bool {
        if let maintenance = node.maintenance {
            return recovering && maintenance.fault == .powerFailure && node.reservation == nil
        }
        return node.reservation == nil && !node.provisionState.isTransient
            && node.provisionState != .enroll
    }

    private func work() async {
        while conductor.authority.isHeld, let node = queue.popLast() { await check(node) }
    }

    /// One call without retries: the next round is the retry.
    private func check(_ node: Node) async {
        let bmc = conductor.world.controllers.controller(
            at: node.bmc, driver: node.driver, credentials: node.credentials)
        do throws(BMCError) {
            let seen = try await bmc.powerState()
            failures[node.name] = nil
            let isBack = node.maintenance?.fault == .powerFailure
            if seen != node.powerState || isBack { await record(seen, on: node) }
        } catch .revoked { return } catch {
            let count = failures[node.name, default: 0] + 1
            failures[node.name] = count
            guard count >= ConductorLimits.powerSyncRetries, node.maintenance == nil else { return }
            await setAside(node, because: error)
        }
    }

    private func record(_ seen: PowerState, on node: Node) async {
        await change(node) {
            // It may have begun to move since it was asked; then what was seen is out of date.
            guard !$0.provisionState.isTransient else { return }
            $0.powerState = seen
            if $0.maintenance?.fault == .powerFailure { $0.maintenance = nil }
        }
    }

    private func setAside(_ node: Node, because error: BMCError) async {
        await change(node) {
            guard !$0.provisionState.isTransient, $0.maintenance == nil else { return }
            $0.powerState = nil
            $0.maintenance = Maintenance(
                reason: "the power state could not be read \(ConductorLimits.powerSyncRetries)"
                    + " times in a row: \(error)", fault: .powerFailure)
        }
    }

    /// A node that somebody works on is left to the next round.
    private func change(_ node: Node, _ change: (inout Node) -> Void) async {
        guard let task = try? await conductor.lock(node.id, for: "power-sync", attempts: 1) else {
            return
        }
        await conductor.carryOut(task) { (task) throws(ConductorError) in
            try await task.release(change)
        }
    }
}
