internal import OrderedCollections

extension ClusterNode {
    /// Goes on with the transition, or works out the next.
    mutating func proceed(by decisions: some ClusterDecisions) -> [ClusterEffect] {
        guard isCoordinator else { return [] }
        var effects: [ClusterEffect] = []
        if wantsPlan { run?.isAborted = true }
        if wantsPlan, run?.underWay.isEmpty ?? true, hasAllReports {
            wantsPlan = false
            transitions += 1
            run = TransitionRun(number: transitions, decisions.transition(from: state))
        }
        while let action = run?.ready.first { effects += begin(action) }
        if let run, run.isOver { self.run = nil }
        return effects
    }

    private var hasAllReports: Bool {
        members.allSatisfy { known[$0]?.isInMembership == true }
    }

    private mutating func begin(_ action: TransitionAction) -> [ClusterEffect] {
        guard !action.isPseudo, let node = action.node else {
            run?.done.insert(action.id)
            return []
        }
        switch action.task {
        case .fence: return beginFencing(action, of: node)
        case .shutdown, .cancel, .delete, .clearFailCount:
            run?.done.insert(action.id)
            return []
        default: return ask(node, action)
        }
    }

    private mutating func ask(_ node: NodeName, _ action: TransitionAction) -> [ClusterEffect] {
        guard let instance = action.resource, let resource = action.localName else { return [] }
        run?.underWay.insert(action.id)
        let request = OperationRequest(
            action: action.id, transition: transitions, coordinator: name, node: node,
            instance: instance, resource: resource, task: action.task, interval: action.interval,
            expected: expected(of: action, on: node))
        return node == name ? [.perform(request)] : [.send(.request(request), to: node)]
    }

    /// A probe is meant to find nothing.
    private func expected(of action: TransitionAction, on node: NodeName) -> OCFCode {
        guard action.task == .monitor else { return .ok }
        let isPromoted = run?.transition.instances.contains {
            $0.id == action.resource && $0.node == node && $0.role == .promoted
        }
        if action.interval == .zero { return .notRunning }
        return isPromoted ?? false ? .runningPromoted : .ok
    }

    private mutating func beginFencing(
        _ action: TransitionAction, of target: NodeName
    ) -> [ClusterEffect] {
        let attempt = attempts[target] ?? 0
        run?.underWay.insert(action.id)
        guard attempt < ClusterLimits.fencingAttempts else {
            // Nothing that waits for it is begun; it stays under way in name only.
            run?.underWay.remove(action.id)
            run?.isAborted = true
            return [.recheck(after: ClusterLimits.recheck)]
        }
        let fencing = FencingRun(target, topology: topology)
        fencings[target] = fencing
        guard case .ask(let device) = fencing.next else { return [] }
        return [.fence(request(target, device, attempt: attempt, delay: action.delay))]
    }

    private func request(
        _ target: NodeName, _ device: ResourceID, attempt: Int, delay: Duration
    ) -> FencingRequest {
        FencingRequest(
            target: target, device: device, action: configuration.options.fencingAction,
            attempt: attempt, delay: delay)
    }

    /// Takes a device's word.
    mutating func note(_ request: FencingRequest, _ outcome: FencingOutcome) -> [ClusterEffect] {
        guard isCoordinator, var fencing = fencings[request.target],
            fencing.next == .ask(request.device)
        else { return [] }
        let step = fencing.answer(outcome)
        fencings[request.target] = fencing
        let action = run?.transition.actions.first {
            $0.task == .fence && $0.node == request.target
        }
        switch step {
        case .ask(let device):
            return [
                .fence(
                    self.request(
                        request.target, device, attempt: request.attempt, delay: .zero))
            ]
        case .succeeded:
            fencings[request.target] = nil
            attempts[request.target] = nil
            if let action { finish(action.id) }
            forget(request.target)
            return tell()
        case .failed:
            fencings[request.target] = nil
            attempts[request.target, default: 0] += 1
            if let action { run?.underWay.remove(action.id) }
            wantsPlan = true
            return []
        }
    }

    private mutating func finish(_ action: Int) {
        run?.underWay.remove(action)
        run?.done.insert(action)
    }

    /// Nothing runs on a node that was fenced.
    private mutating func forget(_ node: NodeName) {
        known[node] = NodeStatus(
            node, id: known[node]?.id ?? configuration.nodes.first { $0.name == node }?.id,
            isInMembership: false, hasController: false, join: .down, expected: .down)
    }

    /// The own executor has done something.
    mutating func note(_ request: OperationRequest, _ code: OCFCode) -> [ClusterEffect] {
        calls += 1
        own.note(request, code, call: calls)
        guard let coordinator else { return [] }
        if coordinator == name { return take(request, code, own) }
        return [.send(.result(request, code, own), to: coordinator)]
    }

    /// A member has done something.
    mutating func take(
        _ request: OperationRequest, _ code: OCFCode, _ status: NodeStatus
    ) -> [ClusterEffect] {
        guard isCoordinator, known[status.node]?.isInMembership == true else { return [] }
        known[status.node] = status
        if let run, request.coordinator == name, request.transition == run.number {
            finish(request.action)
        } else {
            wantsPlan = true
        }
        if code != request.expected || run?.isAborted == true { wantsPlan = true }
        return tell()
    }
}
