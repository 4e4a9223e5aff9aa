extension TransitionPlanner {
    func unpackNodes() {
        let isUnclean = options.isFencingEnabled && options.fencesUnseenNodes
        let sorted = state.nodes.sorted { Self.order($0.name.text, $1.name.text) < 0 }
        nodes = sorted.enumerated().map { index, definition in
            let node = SchedulerNode(definition, index: index, isUnclean: isUnclean)
            node.attributes["#uname"] = definition.name.text
            node.attributes["#id"] = definition.id
            node.attributes["#kind"] = definition.kind == .remote ? "remote" : "cluster"
            node.isCoordinator = definition.name == state.coordinator
            node.attributes["#is_dc"] = node.isCoordinator ? "true" : "false"
            return node
        }
    }

    /// Names in natural order: `node-2` comes before `node-10`, whatever the case.
    static func order(_ left: String, _ right: String) -> Int {
        var (left, right) = (
            Array(left.lowercased().utf8)[...], Array(right.lowercased().utf8)[...]
        )
        while let one = left.first, let other = right.first {
            if isDigit(one), isDigit(other) {
                let (number, digits) = Self.number(at: &left)
                let (second, secondDigits) = Self.number(at: &right)
                if number != second { return number < second ? -1 : 1 }
                if digits != secondDigits { return digits < secondDigits ? -1 : 1 }
            } else {
                if one != other { return one < other ? -1 : 1 }
                left = left.dropFirst()
                right = right.dropFirst()
            }
        }
        return left.isEmpty ? (right.isEmpty ? 0 : -1) : 1
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func number(at bytes: inout ArraySlice<UInt8>) -> (Int, digits: Int) {
        let digits = bytes.prefix(while: isDigit)
        bytes = bytes.dropFirst(digits.count)
        return (digits.reduce(0) { $0 &* 10 &+ Int($1 - 48) }, digits.count)
    }

    func unpackStatus() {
        for status in state.statuses { unpackMembership(status) }
        // Histories of lost nodes count only where fencing makes sure of them.
        for status in state.statuses where options.isFencingEnabled || isOnline(status) {
            unpackHistory(status)
        }
    }

    private func isOnline(_ status: NodeStatus) -> Bool {
        node(named: status.node)?.isOnline ?? false
    }

    private func unpackHistory(_ status: NodeStatus) {
        guard let node = node(named: status.node), node.kind == .member, !node.hasHistory else {
            return
        }
        node.hasHistory = true
        for history in status.history where !history.records.isEmpty {
            HistoryReader(planner: self, node: node, history: history).read()
        }
    }

    private func unpackMembership(_ status: NodeStatus) {
        guard let node = node(named: status.node), node.kind != .remote else { return }
        for (name, value) in status.attributes.all { node.attributes[name] = value }
        if node.isTrue("standby") { node.isStandby = true }
        node.isInMaintenance = node.isTrue("maintenance")
        node.isUnclean = false
        node.isUnseen = false
        judgeOnline(node, status)
        if !state.hasQuorum, node.isOnline, effectivePolicy == .suicide {
            fence(node)
        }
    }

    /// A partition that never had quorum does not fence itself.
    var effectivePolicy: ClusterOptions.NoQuorumPolicy {
        guard options.noQuorumPolicy == .suicide else { return options.noQuorumPolicy }
        return options.isFencingEnabled && (state.hasQuorum || state.hasLostQuorum)
            ? .suicide : .stop
    }

    private func judgeOnline(_ node: SchedulerNode, _ status: NodeStatus) {
        let wish = node.attributes["shutdown"]
        if let wish, wish != "0" {
            node.isShuttingDown = true
        } else {
            node.isExpectedUp = status.expected == .member
        }
        let isOnline =
            switch (node.kind, options.isFencingEnabled) {
            case (.ping, _): false
            case (_, true): judgeWithFencing(node, status)
            case (_, false): judgeWithoutFencing(node, status)
            }
        node.isOnline = isOnline
        if !isOnline || node.isShuttingDown { node.score = .minusInfinity }
    }

    private func judgeWithoutFencing(_ node: SchedulerNode, _ status: NodeStatus) -> Bool {
        guard status.isInMembership == true else { return false }
        if status.hasController { return status.join == .member }
        if node.isExpectedUp { fence(node) }
        return false
    }

    private func judgeWithFencing(_ node: SchedulerNode, _ status: NodeStatus) -> Bool {
        let isMember = status.isInMembership == true
        let isDoomed = wantsTermination(node)
        if node.isShuttingDown { return status.hasController }
        if status.isInMembership == nil || status.join == .banned {
            fence(node)
        } else if !isDoomed, status.expected == .down || status.expected == nil {
            if isMember || status.hasController { hold(node) }
        } else if isDoomed, status.join == .down, !isMember, !status.hasController {
            return false
        } else if !isMember {
            fence(node, isLost: true)
        } else if !status.hasController || isDoomed {
            fence(node)
        } else if status.join == .pending || status.join == .down {
            hold(node)
        } else if status.join != .member {
            fence(node)
        }
        return isMember
    }

    private func wantsTermination(_ node: SchedulerNode) -> Bool {
        guard let text = node.attributes["terminate"] else { return false }
        return ClusterText.isTrue(text) || ("1"..."9").contains(text.prefix(1))
    }

    /// Gives nothing to a node that is on its way into the cluster.
    private func hold(_ node: SchedulerNode) {
        node.isStandby = true
        node.isPending = true
    }

    func applyHealth() {
        guard options.health != .none else { return }
        for node in nodes {
            let health = health(of: node)
            guard health != .zero else { continue }
            for resource in resources
            where health > .zero || !resource.meta.isTrue(.allowUnhealthyNodes) {
                add(AppliedLocation(resource, [(node, health)], role: nil, discovery: .always))
            }
        }
    }

    private func health(of node: SchedulerNode) -> Score {
        var sum = options.health == .progressive ? options.healthBase : Score.zero
        for (name, value) in node.attributes.all where name.hasPrefix("#health") {
            sum += healthScore(value)
        }
        return sum
    }

    private func healthScore(_ value: String) -> Score {
        switch (value.lowercased(), options.health) {
        case ("red", .progressive), ("red", .custom): options.redHealth
        case ("yellow", .progressive), ("yellow", .custom): options.yellowHealth
        case ("green", .progressive), ("green", .custom): options.greenHealth
        case ("red", _): .minusInfinity
        case ("yellow", .onlyGreen): .minusInfinity
        case ("yellow", _), ("green", _): .zero
        default: Score(text: value)
        }
    }
}
