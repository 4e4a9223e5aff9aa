import BareMetal
import Hardware
import Plans
import World

extension FlowLoop {
    /// Holds machines against each other once no introspection is on its way, gives them their
    /// profiles, and has conductors write down what came of it.
    func judgeMachines(_ plan: IntrospectionPlan?) async throws(StoreError) {
        guard let plan, !plan.benchmarks.isEmpty || plan.profiles != nil else { return }
        for change in try await bench.changes(in: store) { bench.take(change) }
        guard lease.isHeld else { return }
        if bench.isDue(among: board.nodes.documents) {
            let unfit = bench.judge(by: plan, among: board.nodes)
            world.journal.record(FlowEvent.judged(machines: bench.count, unfit: unfit))
            try await giveProfiles(plan)
        }
        for node in bench.misjudged(among: board.nodes) { await rule(on: node) }
    }

    /// Machines that are unfit are given none; those that have one keep it.
    private func giveProfiles(_ plan: IntrospectionPlan) async throws(StoreError) {
        guard let rules = plan.profiles, var desk = ProfileDesk(rules) else { return }
        let old = try await store.get(ProfileGrants.self, ProfileGrants.onlyID)
        let new = desk.match(bench.usable(among: board.nodes), keeping: old?.document.record)
        if let new {
            var transaction = fenced()
            let grants = ProfileGrants(record: new)
            if let old {
                transaction.replace(old, with: grants)
            } else {
                transaction.insert(grants)
            }
            try await store.commit(transaction)
        }
        bench.desk = desk
        for (node, reason) in desk.refusals {
            world.journal.record(FlowEvent.unmatched(node, reason: reason))
        }
    }

    /// What is refused or lost is tried again at the next look; until then nothing is placed on
    /// the machine.
    private func rule(on node: Node) async {
        let fitness = bench.fitness(of: node)
        let properties = bench.desk?.properties(of: node)
        var updates: [NodeUpdate] = []
        if fitness != node.fitness { updates.append(.fitness(fitness)) }
        if let properties { updates.append(.properties(properties)) }
        let update = PassedUpdate(updates, of: node.name, under: lease.leadership)
        guard (try? await router.ask(update, about: node)) != nil else { return }
        if fitness != node.fitness {
            world.journal.record(
                fitness.map { FlowEvent.unfit(node.name, reason: $0.reason) }
                    ?? FlowEvent.fit(node.name))
        }
        if let profile = properties?.capabilities["profile"] {
            world.journal.record(FlowEvent.profile(node.name, profile))
        }
    }
}
