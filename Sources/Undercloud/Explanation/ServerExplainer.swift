import BareMetal
import Compute
import Hardware
import Plans
import World

/// Says where a server is, or why it is nowhere. Pure.
struct ServerExplainer {
    private let planned: Server
    /// Nil where only the plan knows the server.
    private let record: Server?
    private let sight: CloudSight
    private let times: ServerTimes

    init?(_ name: ServerName, _ sight: CloudSight) {
        let plan = sight.view.cloud.plan
        let servers = plan.undercloudServers + plan.servers
        let known = sight.server(name)
        guard let found = known ?? servers.first(where: { $0.name == name }).map(Server.init)
        else { return nil }
        planned = found
        record = known
        self.sight = sight
        times = sight.times[name]
    }

    func explanation() -> Explanation {
        var candidates: [Explanation.Candidate] = []
        let finding = finding(&candidates)
        return Explanation(
            subject: .server, name: planned.name.text, at: Moment(sight.now),
            state: record?.state.rawValue, since: record.map { _ in Moment(times.since) },
            cause: finding.cause, answer: finding.answer, holder: nil, wait: finding.wait,
            next: finding.next, partner: record?.node?.text, candidates: candidates,
            tried: tried, history: times.history)
    }

    private var tried: [Explanation.Candidate] {
        planned.failedOn.map {
            Explanation.Candidate(name: $0.text, reason: times.failures[$0])
        }
    }

    private func finding(_ candidates: inout [Explanation.Candidate]) -> Finding {
        guard let server = record else { return unborn(&candidates) }
        switch server.state {
        case .unplaced: return homeless(server, &candidates)
        case .error:
            let reason = server.lastError.map { ": \($0)" } ?? ""
            return Finding(
                .operatorNeeded,
                "it was given up after \(server.failedOn.count) machines\(reason)",
                next: "nothing: an operator looks at the machines")
        case .deleting where server.node == nil:
            return Finding(
                .deleted, "nobody wants it any more, and it has no machine",
                next: "its record goes within \(FlowLimits.interval.shortText)")
        case .deploying, .starting, .active, .evicting, .deleting: return housed(server)
        }
    }
}

// MARK: - With a machine

extension ServerExplainer {
    /// Of a server whose machine is deployed and has not been heard yet.
    static func starting(_ server: Server, _ sight: CloudSight) -> Finding {
        let since = sight.times[server.name].since
        return Finding.waiting(
            .starting, for: "the first word of its operating system", since: since,
            until: sight.watched(since: since) + FlowLimits.startLimit,
            next: "a word from it makes it active; without one it gets another machine")
    }

    /// Of a node that is to be taken from its server.
    static func letGo(_ server: Server, of node: Node, _ sight: CloudSight) -> Finding {
        let reason = server.lastError.map { ": \($0)" } ?? ""
        let due =
            sight.watched(since: sight.times[node.name].sightSince)
            + FlowLimits.delay(after: node.failures)
        let wait = Explanation.Wait(
            what: "being off for certain", since: Moment(sight.times[server.name].since),
            until: nil)
        return Finding(
            .oldMachine, "it is being taken from \(server.name)\(reason)", wait: wait,
            next: due > sight.now
                ? "'undeploy' is asked of it at \(due)"
                : "'undeploy' is asked of it within \(FlowLimits.interval.shortText)")
    }

    private func housed(_ server: Server) -> Finding {
        guard let node = server.node.flatMap({ sight.node($0) }) else {
            return Finding(
                .operatorNeeded, "the node that it had is gone",
                next: "nothing: an operator enrols the node again")
        }
        let below = NodeExplainer(node, sight).finding()
        switch server.state {
        case .active:
            return Finding(
                .deployed, "it runs on \(node.name)",
                next: "nothing, while it is heard; after \(FlowLimits.silenceLimit.shortText) of "
                    + "silence it gets another machine")
        case .starting: return Self.starting(server, sight)
        case .deleting:
            return Finding(
                .deleted,
                "nobody wants it any more; its record goes once \(node.name) is off for certain, "
                    + "which is \(node.provisionState): \(below.answer)",
                wait: below.wait, next: below.next)
        case .evicting:
            let reason = server.lastError.map { ": \($0)" } ?? ""
            return Finding(
                .oldMachine,
                "its machine \(node.name) failed it\(reason); it gets no other before that one is "
                    + "off for certain, and \(node.name) is \(node.provisionState): "
                    + below.answer, wait: below.wait, next: below.next)
        default:
            return Finding(
                .machineUnderWay,
                "its machine \(node.name) is \(node.provisionState): \(below.answer)",
                wait: below.wait, next: below.next)
        }
    }
}

// MARK: - Without a machine

extension ServerExplainer {
    private func homeless(
        _ server: Server, _ candidates: inout [Explanation.Candidate]
    ) -> Finding {
        let due =
            sight.watched(since: times.since)
            + FlowLimits.delay(after: server.failedOn.count - 1)
        if due > sight.now {
            let reason = server.lastError.map { ": \($0)" } ?? ""
            return Finding(
                .retryDelay,
                "\(server.failedOn.count) of at most \(FlowLimits.serverAttempts) machines "
                    + "failed it\(reason)",
                wait: Explanation.Wait(
                    what: "its next try", since: Moment(times.since), until: Moment(due)),
                next: "another machine is looked for at \(due)")
        }
        var asking = server
        // One that was told before is not told again, and so would have no answer here.
        asking.lastError = nil
        switch PlacementFlow.place([asking], in: sight.view).first?.result {
        case .success(let node)?:
            return Finding(
                .nextLook, "\(node) is free and fits",
                next: "\(node) is claimed within \(FlowLimits.interval.shortText)")
        case .failure(let refusal)?: return noHost(refusal, &candidates)
        case nil:
            return Finding(
                .noValidHost, "no machine is left for it",
                next: "it gets one when one becomes free")
        }
    }

    private func noHost(
        _ refusal: NoValidHost, _ candidates: inout [Explanation.Candidate]
    ) -> Finding {
        candidates = Self.candidates(of: refusal)
        return Finding(
            .noValidHost, refusal.description,
            wait: Explanation.Wait(
                what: "a machine that fits and is free", since: Moment(times.since), until: nil),
            next: refusal.isTransient
                ? "it gets a machine when one that fits becomes free"
                : "nothing: no machine fits it; an operator adds one, or changes the flavor")
    }

    private static func candidates(of refusal: NoValidHost) -> [Explanation.Candidate] {
        refusal.considered.map {
            Explanation.Candidate(
                name: $0.host.text, reason: String($0.rejection.text(count: 1).dropFirst(2)))
        }
    }

    /// Of a server that only the plan knows.
    private func unborn(_ candidates: inout [Explanation.Candidate]) -> Finding {
        let cloud = sight.view.cloud
        guard !planned.isUndercloud, case .refused(let reason) = cloud.overcloud else {
            return Finding(
                .notYet, "it is not asked for yet: the flow is at \(cloud.phase.rawValue)",
                next: planned.isUndercloud
                    ? "it is created when the machines are known, or when a replica is missing"
                    : "the overcloud is asked for when the undercloud is complete")
        }
        let placement = PlacementFlow.place(PlacementFlow.overcloud(sight.view), in: sight.view)
        let mine = placement.first { $0.server.name == planned.name }
        if case .failure(let refusal)? = mine?.result { return noHost(refusal, &candidates) }
        return Finding(
            .refused,
            "there would be a machine for it, but the overcloud was refused as a whole: \(reason)",
            next: "the overcloud is asked for again within \(FlowLimits.interval.shortText)")
    }
}
