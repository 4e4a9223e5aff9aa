import BareMetal
import Compute
import Hardware
import Orchestration
import OrderedCollections
import Plans
import Undercloud
import World

/// Whether a cloud is what it should be once everything that went wrong is over.
enum Convergence {
    /// What is missing, in words; empty where nothing is.
    static func shortfall(of state: CloudState, expecting expectation: Expectation) -> [String] {
        var shortfall = Shortfall()
        judgeCloud(state, expectation, &shortfall)
        judgeUndercloud(state, &shortfall)
        for stack in state.stacks where stack.status != .complete {
            shortfall.add("the stack is \(stack.state) (\(stack.reason))", stack.name)
        }
        for node in state.nodes { judge(node, &shortfall) }
        for intent in state.intents where intent.outcome == .underWay {
            shortfall.add("'\(intent.verb)' was accepted and is not answered", intent.node.text)
        }
        for request in state.openRequests {
            shortfall.add(
                "the operator asked for '\(request.operation)', which is not taken on "
                    + "(\(request.reason))", request.node.text)
        }
        judgeMachines(state, &shortfall)
        judgePower(state, &shortfall)
        return shortfall.lines
    }

    private static func judgeCloud(
        _ state: CloudState, _ expectation: Expectation, _ shortfall: inout Shortfall
    ) {
        guard let cloud = state.cloud else {
            return shortfall.add("there is no record of it", "the cloud")
        }
        switch (expectation, cloud.overcloud) {
        case (.converged, .deployed): judgeOvercloud(state, cloud.plan, &shortfall)
        case (.refused, .refused(let reason)):
            if reason.isEmpty { shortfall.add("it was refused without a reason", "overcloud") }
            for server in state.servers where !server.isUndercloud {
                shortfall.add("the overcloud was refused, but a part of it exists", server.id)
            }
        case (_, .refused(let reason)): shortfall.add("it was refused (\(reason))", "overcloud")
        case (_, .pending): shortfall.add("it was never asked for", "overcloud")
        case (_, .accepted): shortfall.add("it was accepted and is not deployed", "overcloud")
        case (.refused, .deployed):
            shortfall.add("it should be refused and is deployed", "overcloud")
        }
    }

    private static func judgeOvercloud(
        _ state: CloudState, _ plan: CloudPlan, _ shortfall: inout Shortfall
    ) {
        let servers = OrderedDictionary(
            uniqueKeysWithValues: state.servers.map { ($0.name, $0) })
        for planned in plan.servers {
            guard let server = servers[planned.name] else {
                shortfall.add("the server is planned and does not exist", planned.name.text)
                continue
            }
            judge(server, in: state, &shortfall)
        }
        let planned = Set(plan.servers.map(\.name))
        for server in state.servers where !server.isUndercloud && !planned.contains(server.name) {
            judge(server, in: state, &shortfall)
        }
        if state.endpoints.isEmpty { shortfall.add("no endpoint is registered", "overcloud") }
    }

    private static func judgeUndercloud(_ state: CloudState, _ shortfall: inout Shortfall) {
        guard let plan = state.cloud?.plan else { return }
        let control = state.servers.filter(\.isUndercloud)
        for server in control { judge(server, in: state, &shortfall) }
        let bound = control.filter { isBoundToDeadMachine($0, in: state) }.count
        if state.storeMembers.count < plan.undercloud.controlNodes - bound {
            shortfall.add(
                "\(state.storeMembers.count) of \(plan.undercloud.controlNodes) control nodes "
                    + "keep its state", "undercloud")
        }
        if state.leadership?.holder == nil { shortfall.add("nobody leads it", "undercloud") }
    }

    private static func judge(
        _ server: Server, in state: CloudState, _ shortfall: inout Shortfall
    ) {
        if server.rebuild != nil { shortfall.add("the server is to be rebuilt", server.id) }
        guard server.state != .active, !isBoundToDeadMachine(server, in: state) else { return }
        let reason = server.lastError.map { " (\($0))" } ?? ""
        shortfall.add("the server is '\(server.state.rawValue)'\(reason)", server.id)
    }

    /// Whether a server waits, with a reason, for a machine that nobody can switch off for certain:
    /// one that is broken for good, and whose controller does not obey. It may get no other before.
    private static func isBoundToDeadMachine(_ server: Server, in state: CloudState) -> Bool {
        guard server.state == .evicting, server.lastError != nil, let name = server.node,
            let node = state.nodes.first(where: { $0.name == name }),
            let machine = state.machines.first(where: { $0.name.text == name.text })
        else { return false }
        // What its controller tells to be off, and is, is in nobody's way any more.
        let isSeenOff = machine.power == .off && node.powerState == .off && node.maintenance == nil
        let isOutOfReach = node.maintenance?.fault == .powerFailure || node.provisionState == .error
        return isOutOfReach && !isSeenOff && machine.fitness == .faultyForGood
    }

    private static func judge(_ node: Node, _ shortfall: inout Shortfall) {
        if node.reservation != nil { shortfall.add("the node is locked", node.id) }
        if let target = node.targetPower {
            shortfall.add("its power is still to be '\(target.rawValue)'", node.id)
        }
        let reason = node.maintenance?.reason ?? node.lastError ?? ""
        switch node.provisionState {
        case .active, .available: break
        case let state where state.isTransient:
            shortfall.add("the node is still '\(state)'", node.id)
        // Its operator knows.
        case .manageable where node.custody != nil: break
        case let state where reason.isEmpty:
            shortfall.add("the node is '\(state)' and nothing says why", node.id)
        default: break
        }
    }

    private static func judgeMachines(_ state: CloudState, _ shortfall: inout Shortfall) {
        let machines = OrderedDictionary(
            uniqueKeysWithValues: state.machines.map { ($0.name.text, $0) })
        for node in state.nodes where node.provisionState == .active {
            guard let image = node.instance?.image else {
                shortfall.add("the node is active without an instance", node.id)
                continue
            }
            guard let machine = machines[node.id] else {
                shortfall.add("no machine is behind the active node", node.id)
                continue
            }
            // What is broken for good and said to be so need not run.
            if node.maintenance != nil, machine.fitness == .faultyForGood { continue }
            if let problem = problem(with: machine, running: image) {
                shortfall.add(problem, node.id)
            }
            if node.softwareRAIDConditions != machine.raid {
                shortfall.add("what is written down of its software RAID is not so", node.id)
            }
            for condition in machine.raid where machine.fitness == .fit {
                // A disk that is there again is filled in time.
                shortfall.add(condition.description, node.id)
            }
        }
    }

    /// What is recorded of a machine's power is what power synchronization last saw. It leaves
    /// alone what is in maintenance, on its way, or not yet verified.
    private static func judgePower(_ state: CloudState, _ shortfall: inout Shortfall) {
        let machines = OrderedDictionary(
            uniqueKeysWithValues: state.machines.map { ($0.name.text, $0) })
        for node in state.nodes where node.maintenance == nil {
            guard !node.provisionState.isTransient, node.provisionState != .enroll,
                let machine = machines[node.id], machine.fitness == .fit,
                node.powerState != machine.power
            else { continue }
            let recorded = node.powerState?.rawValue ?? "unknown"
            shortfall.add(
                "its power is recorded as '\(recorded)' and is '\(machine.power.rawValue)'", node.id
            )
        }
    }

    private static func problem(
        with machine: MachineTruth, running image: ImageReference
    ) -> String? {
        switch machine.running {
        case .disk(image.digest, .whole): nil
        case .disk(let contents, let extent):
            "the active node's machine runs \(extent.rawValue) \(contents), not \(image.name)"
        case .ramdisk: "the active node's machine runs a ramdisk"
        case .nothing: "the active node's machine is \(machine.power.rawValue) and runs nothing"
        }
    }
}
