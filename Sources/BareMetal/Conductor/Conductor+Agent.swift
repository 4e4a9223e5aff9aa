public import Hardware
public import NodeAgent
import World

extension Conductor {
    /// Tells a ramdisk which node it runs on, while that node waits for a ramdisk or is held.
    public func answer(_ lookup: AgentLookup) async throws(ConductorError) -> AgentLookup.Reply {
        for address in lookup.addresses {
            guard let port = try await port(address) else { continue }
            let node = try await read(port.node.text).document
            guard node.provisionState.takesRamdisks else { continue }
            if let facts = lookup.facts { try await accept(facts, for: node) }
            return AgentLookup.Reply(
                node: AgentNodeID(node.id), heartbeatTimeout: ConductorLimits.heartbeatTimeout)
        }
        throw .unknownNode(lookup.addresses.map(\.description).joined(separator: ", "))
    }

    /// Takes an agent's report, and goes on with the node's steps where it says something new.
    public func answer(_ beat: AgentHeartbeat) async throws(ConductorError) {
        let node = try await read(beat.node.text).document
        // An agent that owes an inventory is not excused by its heartbeats: it may believe that a
        // conductor that died has it.
        guard node.provisionState != .inspectWait else { return }
        await contacts.heard(node.name, from: beat.agent, at: world.clock.now)
        guard node.provisionState.phase == .waiting, mayGoOn(node), let progress = node.step
        else { return }
        let decision = StepDecision.decide(progress, on: beat)
        guard decision != .keepWaiting else { return }
        if decision.endsStep {
            try workers.take(for: .report)
            return await finishPatiently(node.name, for: .steps) {
                (task) throws(ConductorError) in try await self.goOn(&task, beat)
            }
        }
        let task = try await lockForReport(node.id, .heartbeat)
        work("steps of \(node.name)", on: task) { (task) throws(ConductorError) in
            try await self.goOn(&task, beat)
        }
    }

    /// A node that a person has set aside goes no step further (Ironic takes no action on such a
    /// node's heartbeats).
    private func mayGoOn(_ node: Node) -> Bool {
        node.maintenance == nil || options.provisioningInMaintenance == .allowed
    }

    /// Takes an inventory over into the node.
    public func answer(_ inventory: AgentInventory) async throws(ConductorError) {
        let name = inventory.node.text
        guard try await read(name).document.provisionState == .inspectWait else { return }
        let task = try await lockForReport(name, .inventory)
        work("findings of \(name)", on: task) { (task) throws(ConductorError) in
            guard task.node.provisionState == .inspectWait else {
                return try await task.release()
            }
            try await self.takeOver(inventory, &task)
        }
    }

    /// Takes a worker and a lock for what an agent reports.
    private func lockForReport(
        _ name: String, _ report: LockPurpose
    ) async throws(ConductorError) -> NodeTask {
        try workers.take(for: .report)
        do throws(ConductorError) { return try await lock(name, for: report) } catch {
            workers.giveBack()
            throw error
        }
    }

    /// The node whose interface this is.
    public func port(_ address: MACAddress) async throws(ConductorError) -> Port? {
        try await patiently { () throws(StoreError) in
            try await store.get(Port.self, address.description)?.document
        }
    }

    /// What a node is deployed as; nil where it is not.
    public func instance(of name: NodeName) async throws(ConductorError) -> Instance? {
        try await read(name.text).document.instance
    }

    private func takeOver(
        _ inventory: AgentInventory, _ task: inout NodeTask
    ) async throws(ConductorError) {
        let facts = inventory.facts
        let findings: NodeFindings
        let last = try await lastData(of: task.node, sentNow: inventory.report)
        do {
            findings = try inspector.findings(of: inventory, on: task.node, last: last)
        } catch { throw .stepFailed("inspect", reason: error.description) }
        try await task.move(.resume)
        let discovered = try await claim(findings.addresses, for: task.node)
        let cabled = try await cabled(discovered, findings, facts, task.node)
        try await task.putDown()
        let (name, old) = (task.node.name, task.node.addresses)
        try await task.finish(.done, .done) {
            findings.apply(to: &$0)
            $0.inspection = .finished
            $0.lastError = nil
            $0.failures = 0
        } alongside: { transaction in
            network.dismiss(old, in: &transaction)
            for address in old where !findings.addresses.contains(address) {
                transaction.remove(DocumentKey(kind: Port.kind, id: address.description))
            }
            transaction.put(NodeInventory(node: name, facts: facts))
            if let data = findings.data { transaction.put(data) }
            for port in cabled { transaction.put(port) }
        }
        tell(of: findings, on: name)
    }

    /// What was kept of the introspection before; not asked for where nothing is compared with it.
    private func lastData(
        of node: Node, sentNow report: String?
    ) async throws(ConductorError) -> IntrospectionData? {
        guard report != nil else { return nil }
        return try await patiently { () throws(StoreError) in
            try await store.get(IntrospectionData.self, node.id)?.document
        }
    }

    private func tell(of findings: NodeFindings, on node: NodeName) {
        guard let data = findings.data else { return }
        world.journal.record(
            BareMetalEvent.inspected(
                node, round: data.round, rules: findings.rules, differences: data.differences))
    }

    /// The ports that introspection writes: new ones, and where switch ports are bound those of
    /// which more is known now. What is written of a cable already stays (Ironic's
    /// `local_link_connection` hook).
    private func cabled(
        _ discovered: [MACAddress], _ findings: NodeFindings, _ facts: MachineFacts, _ node: Node
    ) async throws(ConductorError) -> [Port] {
        let new = discovered.map { Port(address: $0, node: node.name) }
        let isBound = networkInterface(of: node) == .neutron
        guard isBound || !findings.interfaces.isEmpty else { return new }
        var ports = new
        for address in findings.addresses where !discovered.contains(address) {
            if let known = try await port(address) { ports.append(known) }
        }
        return ports.map { port in
            var port = port
            let interface = facts.interfaces.first { $0.address == port.address }
            if isBound, let found = interface?.neighbour { port.localLink.learn(found) }
            let finding = findings.interfaces.first { $0.address == port.address }
            if let starts = finding?.startsMachine { port.isPXEEnabled = starts }
            port.physicalNetwork = finding?.physicalNetwork ?? port.physicalNetwork
            return port
        }
    }

    /// An interface belongs to one node: an address found twice speaks for a machine that was
    /// cabled or described wrongly (Ironic refuses the second port).
    ///
    /// - Returns: the addresses that have no port yet; of the others more may be known already.
    private func claim(
        _ addresses: [MACAddress], for node: Node
    ) async throws(ConductorError) -> [MACAddress] {
        var discovered: [MACAddress] = []
        for address in addresses {
            guard let port = try await port(address) else {
                discovered.append(address)
                continue
            }
            guard port.node != node.name else { continue }
            throw .stepFailed("inspect", reason: "\(address) is an interface of node \(port.node)")
        }
        return discovered
    }
}
