import BareMetal
import Compute
import Hardware
import Plans
import World

/// Says why a node is not deployed. Pure.
struct NodeExplainer {
    let node: Node
    let sight: CloudSight
    let times: NodeTimes

    init(_ node: Node, _ sight: CloudSight) {
        self.node = node
        self.sight = sight
        times = sight.times[node.name]
    }

    func explanation() -> Explanation {
        let finding = finding()
        return Explanation(
            subject: .node, name: node.name.text, at: Moment(sight.now),
            state: node.provisionState.rawValue, since: Moment(times.stateSince),
            cause: finding.cause, answer: finding.answer, holder: holder, wait: finding.wait,
            next: finding.next, partner: sight.server(on: node)?.name.text,
            candidates: isFree ? flavors : [], tried: [], history: times.history)
    }

    /// In the order in which one thing hides another.
    func finding() -> Finding {
        if let server = sight.server(on: node), let found = carrying(server) { return found }
        if !sight.isLed {
            return Finding(
                .noLeader, "nobody leads the undercloud, so nobody decides about it",
                next: "a replica takes the lead, and looks at every node")
        }
        switch node.provisionState.phase {
        case .working: return working
        case .waiting: return waiting
        case .held:
            return Finding(
                .held, "its \(node.provisionState) asks an operator to look",
                next: "an operator lets it go on with 'unhold', or ends it with 'abort'")
        case .stable, .failed: return resting
        }
    }

    private var holder: Explanation.Holder? {
        node.reservation.map {
            Explanation.Holder(
                name: $0.holder, term: $0.term.number, since: Moment(times.lockSince))
        }
    }

    private var isFree: Bool { node.provisionState == .available && node.association == nil }

    /// Of a node in use; nil where the server says nothing about it yet.
    private func carrying(_ server: Server) -> Finding? {
        guard node.provisionState == .active, node.instance?.id == server.instance else {
            return nil
        }
        switch server.state {
        case .active:
            let image = node.instance?.image.name.text ?? "its image"
            return Finding(
                .deployed, "it is deployed: it carries \(server.name), which runs \(image)",
                next: "nothing, while \(server.name) is heard")
        case .starting: return ServerExplainer.starting(server, sight)
        default: return nil
        }
    }
}

// MARK: - Work

extension NodeExplainer {
    private var working: Finding {
        let state = node.provisionState
        guard let lock = node.reservation else {
            return Finding(
                .orphaned, "it is \(state), but nobody works on it any more",
                next: "the conductor finds it when it takes over, and writes the work off")
        }
        if let term = sight.leadership?.term, lock.term < term {
            return Finding(
                .orphaned, "whoever worked on it while \(state) has lost the lead",
                next: "the new leader breaks the lock and writes the work off")
        }
        return Finding.waiting(
            .working, for: "a conductor that works on it (\(state))", since: times.stateSince,
            until: times.stateSince + ProvisionLimits.work,
            next: "the conductor goes on, hands it to its ramdisk, or fails it")
    }

    private var waiting: Finding {
        let limit = node.provisionState.limit ?? ProvisionLimits.callback
        guard let progress = node.step, progress.hasBegun, let step = progress.step else {
            let since = sight.watched(since: times.stateSince)
            return Finding.waiting(
                .ramdisk, for: "its ramdisk to start and report", since: times.stateSince,
                until: since + limit,
                next: "the first report of its ramdisk lets it go on; without one it fails")
        }
        let since = sight.watched(since: times.stepSince)
        return Finding.waiting(
            .step,
            for: "step \(step.name) on its ramdisk, start \(progress.attempts) of at most "
                + "\(ConductorLimits.stepAttempts)",
            since: times.stepSince, until: since + min(limit, ConductorLimits.stepLimit),
            next: "the ramdisk reports the step as done or failed; if it falls silent for "
                + "\(limit.shortText), or takes longer than "
                + "\(ConductorLimits.stepLimit.shortText), the node fails")
    }
}

// MARK: - Rest

extension NodeExplainer {
    private var resting: Finding {
        if let lock = node.reservation {
            return Finding(
                .locked, "it is locked by \(lock)", next: "the lock is given back, or broken")
        }
        if node.maintenance != nil, upcoming == nil { return maintained }
        if node.provisionState == .available { return PoolExplainer(node, sight).finding() }
        return node.custody == nil ? flowing : inHand
    }

    /// What the flow asks of it, once it is patient enough.
    private var upcoming: NodeRequest? {
        NodeFlow.next(node, isOwned: ownership, idle: FlowLimits.longestRetryDelay)
    }

    private var ownership: NodeFlow.Ownership {
        sight.server(on: node) == nil ? .unowned : .owned
    }

    private var maintained: Finding {
        let reason = node.maintenance?.reason ?? "nobody said why"
        let next: String
        switch node.maintenance?.fault {
        case .powerFailure:
            let interval = ConductorLimits.powerRecoveryInterval.shortText
            next = "its controller is asked again every \(interval); an answer ends the maintenance"
        case .cleanFailure, .rescueAbortFailure, nil: next = "an operator ends the maintenance"
        }
        return Finding(
            .maintenance, "it is in maintenance: \(reason)",
            wait: Explanation.Wait(
                what: "the end of its maintenance", since: Moment(times.maintenanceSince),
                until: nil), next: next)
    }

    private var inHand: Finding {
        let failure = node.lastError.map { ": \($0)" } ?? ""
        return Finding(
            .inHand, "it is \(node.provisionState), and an operator has it in hand\(failure)",
            wait: Explanation.Wait(
                what: "its operator", since: Moment(times.stateSince), until: nil),
            next: node.provisionState == .manageable
                ? "nothing, until its operator asks for 'provide'"
                : "nothing: its operator says how to go on")
    }

    private var flowing: Finding {
        guard let request = upcoming else { return stuck }
        let due =
            sight.watched(since: times.sightSince) + FlowLimits.delay(after: node.failures)
        let failure = node.lastError.map { ": \($0)" } ?? ""
        if due > sight.now {
            return Finding(
                .retryDelay,
                "it failed \(node.failures) of at most \(FlowLimits.nodeFailures) times"
                    + failure,
                wait: Explanation.Wait(
                    what: "its next try", since: Moment(times.sightSince), until: Moment(due)),
                next: "'\(request.verb)' is asked of it at \(due)")
        }
        if request != .manage, let queue = sight.queue(for: node, before: "'\(request.verb)'") {
            return queue
        }
        return Finding(
            .nextLook, "it is \(node.provisionState), and next in the flow",
            next: "'\(request.verb)' is asked of it within \(FlowLimits.interval.shortText)")
    }

    private var stuck: Finding {
        let failure = node.lastError.map { ": \($0)" } ?? ""
        if let server = sight.server(on: node), server.state != .active,
            node.failures < FlowLimits.nodeFailures
        {
            return ServerExplainer.letGo(server, of: node, sight)
        }
        if node.failures >= FlowLimits.nodeFailures {
            return Finding(
                .operatorNeeded, "it failed \(node.failures) times in a row\(failure)",
                next: "nothing: an operator looks at it, and asks for 'manage' and 'provide'")
        }
        return Finding(
            .operatorNeeded, "it is \(node.provisionState)\(failure)",
            next: "nothing: an operator says how to go on")
    }
}

// MARK: - Flavors

extension NodeExplainer {
    /// Every flavor of the plan, with what speaks against it on this machine.
    var flavors: [Explanation.Candidate] {
        let properties = HostPool.properties(of: node)
        return sight.view.cloud.plan.flavors.map { flavor in
            let rejection = sight.scheduler.rejection(of: properties, for: flavor)
            return Explanation.Candidate(
                name: flavor.name.text,
                reason: rejection.map { String($0.text(count: 1).dropFirst(2)) })
        }
    }
}
