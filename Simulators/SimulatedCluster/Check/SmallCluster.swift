/// A whole small cluster as a value: nodes, links, what runs where, and all that is under way.
struct SmallCluster {
    enum Device: Int {
        case works, fails, lies
    }

    struct PendingFencing {
        let request: FencingRequest
        let asker: NodeName
    }

    let names: [NodeName]
    /// nil for a machine that is off.
    private(set) var nodes: [ClusterNode?]
    private var votes: [Votequorum]
    /// By listener and speaker: whether the one hears the other.
    private var hears: [[Bool]]
    private(set) var active: [[ResourceID]]
    private var operations: [OperationRequest] = []
    private var fencings: [PendingFencing] = []
    private var devices: [Device]
    var faultsLeft = 0
    /// Nothing but devices' faults has happened. A device that fails from the start is like one
    /// that fails just before it is used, so that other orders would show nothing new.
    var isAtRest = true
    private(set) var hasDeviceLied = false
    /// What the last move broke.
    private(set) var broken: SmallViolation.Rule?

    init(names: [NodeName], configuration: ClusterState, quorum: QuorumOptions) {
        self.names = names
        nodes = names.map { ClusterNode($0, configuration: configuration) }
        votes = names.map { _ in Votequorum(quorum) }
        hears = names.map { _ in names.map { _ in true } }
        active = names.map { _ in [] }
        devices = names.map { _ in .works }
    }

    /// Links, devices, and what is under way.
    func identifyRest(in fingerprint: inout Fingerprint) {
        for vote in votes { vote.identify(in: &fingerprint) }
        for row in hears { for hears in row { fingerprint.combine(hears) } }
        for device in devices { fingerprint.combine(device.rawValue) }
        fingerprint.combine(faultsLeft)
        fingerprint.combine(hasDeviceLied)
        fingerprint.combine(isAtRest)
        for request in operations {
            fingerprint.combine(request.node.text)
            fingerprint.combine(request.coordinator.text)
            fingerprint.combine(request.task.rawValue)
            let run = nodes[index(request.coordinator)]?.run?.number
            fingerprint.combine(run == request.transition)
        }
        for fencing in fencings {
            fingerprint.combine(fencing.asker.text)
            fingerprint.combine(fencing.request.target.text)
        }
    }

    func index(_ name: NodeName) -> Int {
        guard let index = names.firstIndex(of: name) else {
            preconditionFailure("\(name) is no node of the cluster.")
        }
        return index
    }

    private func isOn(_ name: NodeName) -> Bool { nodes[index(name)] != nil }

    /// Whom corosync has together with a node as things are.
    private func group(of name: NodeName) -> [NodeName] {
        MembershipRule.group(of: name, among: names.filter(isOn)) { one, other in
            hears[index(one)][index(other)] && hears[index(other)][index(one)]
        }
    }

    /// All that may happen next, in an order of its own.
    var moves: [SmallMove] {
        var moves: [SmallMove] = []
        if faultsLeft > 0 { moves += faults.map(SmallMove.fault) }
        for name in names {
            guard let node = nodes[index(name)], node.members != group(of: name) else { continue }
            moves.append(.learn(name))
        }
        moves += operations.map(SmallMove.finish)
        moves += fencings.map { SmallMove.answer($0.request, to: $0.asker) }
        return moves
    }

    /// Those that change something.
    private var faults: [SmallFault] {
        SmallFault.all(of: names).filter { fault in
            switch fault {
            case .crash(let node): isOn(node)
            case .cut(let from, let to): isOn(from) && isOn(to) && hears[index(to)][index(from)]
            case .part(let one, let other):
                isOn(one) && isOn(other) && hears[index(one)][index(other)]
                    && hears[index(other)][index(one)]
            case .fencingFails(let node), .fencingLies(let node):
                isAtRest && devices[index(node)] == .works
            }
        }
    }

    mutating func make(_ move: SmallMove, by decisions: some ClusterDecisions) {
        broken = nil
        switch move {
        case .fault(let fault): strike(fault)
        case .learn(let name):
            let members = group(of: name)
            let index = index(name)
            votes[index].change(members: members, at: .zero)
            let event = ClusterEvent.membership(members, isQuorate: votes[index].isQuorate)
            tell(name, event, by: decisions)
        case .finish(let request): finish(request, by: decisions)
        case .answer(let request, let asker): answer(request, asker, by: decisions)
        }
        judge()
    }

    private mutating func strike(_ fault: SmallFault) {
        faultsLeft -= 1
        switch fault {
        case .crash, .cut, .part: isAtRest = false
        case .fencingFails, .fencingLies: break
        }
        switch fault {
        case .crash(let node): powerOff(node)
        case .cut(let from, let to): hears[index(to)][index(from)] = false
        case .part(let one, let other):
            hears[index(one)][index(other)] = false
            hears[index(other)][index(one)] = false
        case .fencingFails(let node): devices[index(node)] = .fails
        case .fencingLies(let node): devices[index(node)] = .lies
        }
    }

    private mutating func powerOff(_ name: NodeName) {
        let index = index(name)
        nodes[index] = nil
        active[index] = []
        operations.removeAll { $0.node == name }
        fencings.removeAll { $0.asker == name }
    }

    private mutating func finish(
        _ request: OperationRequest, by decisions: some ClusterDecisions
    ) {
        operations.removeAll { $0 == request }
        let index = index(request.node)
        active[index].removeAll { $0 == request.instance }
        if request.task == .start { active[index] = (active[index] + [request.instance]).sorted() }
        if nodes[index] == nil { broken = .actsAfterFence }
        tell(request.node, .performed(request, .ok), by: decisions)
    }

    private func code(of look: OperationRequest) -> OCFCode {
        active[index(look.node)].contains(look.instance) ? .ok : .notRunning
    }

    private mutating func answer(
        _ request: FencingRequest, _ asker: NodeName, by decisions: some ClusterDecisions
    ) {
        fencings.removeAll { $0.request == request && $0.asker == asker }
        let device = devices[index(request.target)]
        switch device {
        case .works: powerOff(request.target)
        case .lies: if isOn(request.target) { hasDeviceLied = true }
        case .fails: break
        }
        guard isOn(asker) else { return }
        tell(asker, .fenced(request, device == .fails ? .failed : .succeeded), by: decisions)
    }

    /// Tells a node something, and delivers what is said because of it until all is quiet.
    private mutating func tell(
        _ name: NodeName, _ event: ClusterEvent, by decisions: some ClusterDecisions
    ) {
        var queue: [(NodeName, ClusterEvent)] = [(name, event)]
        while !queue.isEmpty {
            let (name, event) = queue.removeFirst()
            guard let effects = nodes[index(name)]?.handle(event, by: decisions) else { continue }
            for effect in effects { take(effect, of: name, &queue) }
        }
    }

    private mutating func take(
        _ effect: ClusterEffect, of name: NodeName, _ queue: inout [(NodeName, ClusterEvent)]
    ) {
        switch effect {
        case .send(let message, let other):
            guard hears[index(other)][index(name)] else { return }
            queue.append((other, .received(message, from: name)))
        case .perform(let request):
            // A look changes nothing, so that when it ends does not matter.
            if request.task == .monitor {
                queue.append((name, .performed(request, code(of: request))))
            } else {
                operations.append(request)
            }
            if request.task == .start { judgeStart(request) }
        case .fence(let request):
            fencings.append(PendingFencing(request: request, asker: name))
        case .recheck: break
        }
    }

    /// A start is rightful only where a majority of all nodes was known to be together.
    private mutating func judgeStart(_ request: OperationRequest) {
        let members = nodes[index(request.coordinator)]?.members.count ?? 0
        if members * 2 <= names.count { broken = .actsWithoutQuorum }
    }

    private mutating func judge() {
        let all = active.flatMap { $0 }.sorted()
        if zip(all, all.dropFirst()).contains(where: { $0 == $1 }) { broken = .activeTwice }
    }
}
