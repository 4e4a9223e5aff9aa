import Hardware
import World

/// One conductor's rounds of power synchronization.
actor PowerSyncRound {
    private let conductor: Conductor
    /// Looks in a row that failed or found a difference; only nodes that have any.
    private var failures: [NodeName: Int] = [:]
    private var lastRecovery: Instant
    private var queue: [Node] = []

    init(_ conductor: Conductor) {
        self.conductor = conductor
        lastRecovery = conductor.world.clock.now
    }

    /// Asks every controller that is due, a few at a time.
    func run() async {
        guard let nodes = try? await conductor.nodesInHand().map(\.document) else { return }
        let isRecoveryDue =
            conductor.world.clock.now - lastRecovery >= ConductorLimits.powerRecoveryInterval
        if isRecoveryDue { lastRecovery = conductor.world.clock.now }
        queue = nodes.reversed().filter {
            PowerSyncDecision.isDue($0, isRecoveryDue: isRecoveryDue)
        }
        forgetOthers()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<ConductorLimits.powerSyncWorkers {
                group.addTask { await self.work() }
            }
        }
    }

    /// Looks before other work on a node are not in a row with those after it.
    private func forgetOthers() {
        guard !failures.isEmpty else { return }
        let due = Set(queue.map(\.name))
        failures = failures.filter { due.contains($0.key) }
    }

    private func work() async {
        while conductor.authority.isHeld, let node = queue.popLast() { await check(node) }
    }

    /// One call without retries: the next round is the retry.
    private func check(_ node: Node) async {
        let bmc = conductor.world.controllers.controller(
            at: node.bmc, driver: node.driver, credentials: node.credentials)
        do throws(BMCError) { await follow(try await bmc.powerState(), on: node) } catch {
            guard error != .revoked else { return }
            await follow(nil, on: node, error)
        }
    }

    private func follow(_ seen: PowerState?, on node: Node, _ error: BMCError? = nil) async {
        if node.maintenance != nil {
            guard let seen else { return }
            return await takeBack(node, seen)
        }
        let count = failures[node.name, default: 0]
        let decision = PowerSyncDecision.decide(
            recorded: node.powerState, seen: seen, failures: count,
            policy: node.offSwitch == .usable ? conductor.options.powerSync : .recordFollows)
        switch decision {
        case .agree: failures[node.name] = nil
        case .waitAndSee: failures[node.name] = count + 1
        case .record(let state):
            failures[node.name] = node.powerState == nil ? nil : count + 1
            await change(node) { $0.powerState = state }
        case .force(let state):
            failures[node.name] = count + 1
            await force(node, to: state)
        case .setAside(let seen): await setAside(node, seen, error)
        }
    }

    private func takeBack(_ node: Node, _ seen: PowerState) async {
        failures[node.name] = nil
        await change(node) {
            $0.powerState = seen
            $0.maintenance = nil
        }
    }

    private func setAside(_ node: Node, _ seen: PowerState?, _ error: BMCError?) async {
        let times = "\(ConductorLimits.powerSyncRetries) times in a row"
        let reason =
            if let error {
                "the power state could not be read \(times): \(error)"
            } else {
                "the machine was not '\(node.powerState?.rawValue ?? "unknown")', as recorded,"
                    + " though that was put right \(times)"
            }
        await change(node) {
            $0.powerState = seen
            $0.setAside(because: reason, fault: .powerFailure)
        }
    }

    private func force(_ node: Node, to state: PowerState) async {
        await work(on: node) { (task) throws(ConductorError) in
            let end: String?
            do throws(ConductorError) {
                try await task.reach(state, within: ControllerLimits.powerChange)
                end = nil
            } catch {
                guard !error.endsAuthority else { throw error }
                end = "the power could not be brought back to '\(state.rawValue)': \(error)"
            }
            try await task.release { $0.lastError = end ?? $0.lastError }
        }
    }

    private func change(_ node: Node, _ change: @Sendable (inout Node) -> Void) async {
        await work(on: node) { (task) throws(ConductorError) in try await task.release(change) }
    }

    /// What was seen is out of date where somebody works on the node, or has: then it is left to
    /// the next round.
    private func work(
        on node: Node, _ body: (inout NodeTask) async throws(ConductorError) -> Void
    ) async {
        let look = NodeLook(node: node)
        guard let task = try? await look.upgrade(for: .powerSync, by: conductor) else { return }
        await conductor.carryOut(task, body)
    }
}
