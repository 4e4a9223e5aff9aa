import Hardware
import SimulatedCluster

/// A cluster in some state, drawn from a seed.
struct GeneratedCluster {
    var dice: Dice
    var state = ClusterState()
    /// Top-level resources, which constraints name.
    private var named: [ResourceDefinition] = []

    init(seed: UInt64) {
        dice = Dice(seed: seed)
        state.now = 1_700_000_000
        drawOptions()
        drawNodes()
        drawResources()
        drawConstraints()
        for index in state.statuses.indices { drawHistory(at: index) }
    }

    private mutating func drawOptions() {
        state.hasQuorum = dice.hits(80)
        state.options.isFencingEnabled = dice.hits(75)
        state.options.noQuorumPolicy = dice.pick(ClusterOptions.NoQuorumPolicy.allCases)
        state.options.isSymmetric = dice.hits(85)
        state.options.isFencingConcurrent = dice.hits(70)
        state.options.fencesUnseenNodes = dice.hits(80)
        state.options.isInMaintenance = dice.hits(3)
        state.options.stopsAllResources = dice.hits(2)
        state.options.fencingAction = dice.pick([.reboot, .off])
        if dice.hits(25) {
            state.resourceDefaults[.stickiness] = dice.pick(["1", "100", "INFINITY"])
        }
        if dice.hits(20) { state.resourceDefaults[.migrationThreshold] = dice.pick(["1", "3"]) }
    }

    private mutating func drawNodes() {
        for number in 1...dice.number(2...5) {
            let name = NodeName("node\(number)")
            var node = NodeDefinition(name, id: "\(number)")
            if dice.hits(8) { node.attributes["standby"] = "on" }
            if dice.hits(4) { node.attributes["maintenance"] = "true" }
            node.attributes["rack"] = dice.pick(["a", "b"])
            state.nodes.append(node)
            if dice.hits(96) { state.statuses.append(drawStatus(name, id: "\(number)")) }
        }
        let members = state.statuses.filter { $0.isInMembership == true && $0.hasController }
        state.coordinator = members.first?.node ?? state.nodes[0].name
    }

    private mutating func drawStatus(_ name: NodeName, id: String) -> NodeStatus {
        var status = NodeStatus(name, id: id)
        switch dice.number(0...99) {
        case 0..<72: break
        case 72..<82:
            // Lost without a word.
            status = NodeStatus(
                name, id: id, isInMembership: false, hasController: dice.hits(20), join: .member)
        case 82..<88:
            status = NodeStatus(
                name, id: id, isInMembership: false, hasController: false, join: .down,
                expected: .down)
        case 88..<91: status.hasController = false
        case 91..<94: status.join = .pending
        case 94..<96: status.join = .banned
        default: status.attributes["shutdown"] = "1699999990"
        }
        return status
    }

    // MARK: Resources

    private mutating func drawResources() {
        if dice.hits(85) {
            let agent = ResourceAgent(standard: "stonith", type: "fence_ipmilan")
            state.resources.append(ResourceDefinition("fencing", .primitive(agent)))
        }
        for number in 1...dice.number(2...6) {
            let resource = drawResource(number)
            state.resources.append(resource)
            named.append(resource)
        }
    }

    private mutating func drawResource(_ number: Int) -> ResourceDefinition {
        switch dice.number(0...99) {
        case 0..<45: return drawPrimitive(ResourceID("p\(number)"))
        case 45..<65: return drawGroup("g\(number)")
        case 65..<82: return drawClone("c\(number)", of: "i\(number)")
        default:
            var clone = drawClone("m\(number)", of: "s\(number)")
            clone.meta[.promotable] = "true"
            if dice.hits(20) { clone.meta[.promotedMax] = dice.pick(["0", "2"]) }
            return clone
        }
    }

    private mutating func drawGroup(_ id: String) -> ResourceDefinition {
        let members = (1...dice.number(1...3)).map { ResourceID("\(id)m\($0)") }
        let children = members.map { drawPrimitive($0) }
        return ResourceDefinition(ResourceID(id), .group(children), meta: drawMeta(10))
    }

    private mutating func drawClone(_ id: String, of child: String) -> ResourceDefinition {
        let inner = dice.hits(20) ? drawGroup(child) : drawPrimitive(ResourceID(child))
        var meta = drawMeta(8)
        if dice.hits(30) { meta[.cloneMax] = dice.pick(["1", "2", "3"]) }
        if dice.hits(50) { meta[.interleave] = "true" }
        if dice.hits(15) { meta[.ordered] = "true" }
        if dice.hits(10) {
            meta[.globallyUnique] = "true"
            meta[.cloneNodeMax] = dice.pick(["1", "2"])
        }
        return ResourceDefinition(ResourceID(id), .clone(inner), meta: meta)
    }

    private mutating func drawPrimitive(_ id: ResourceID) -> ResourceDefinition {
        var resource = ResourceDefinition(id, .primitive(.dummy), meta: drawMeta(8))
        if dice.hits(60) {
            resource.operations.append(OperationDefinition(.monitor, interval: .seconds(10)))
        }
        if dice.hits(12) {
            let task = dice.pick([OperationTask.monitor, .start, .stop])
            let interval: Duration = task == .monitor ? .seconds(10) : .zero
            resource.operations.removeAll { $0.task == task }
            resource.operations.append(
                OperationDefinition(
                    task, interval: interval,
                    onFail: dice.pick([.ignore, .block, .stop, .restart, .fence, .standby])))
        }
        return resource
    }

    private mutating func drawMeta(_ percent: Int) -> MetaAttributes {
        var meta: MetaAttributes = [:]
        if dice.hits(percent) { meta[.targetRole] = dice.pick(["Stopped", "Started", "Slave"]) }
        if dice.hits(percent / 2) { meta[.isManaged] = "false" }
        if dice.hits(percent) { meta[.stickiness] = dice.pick(["0", "50", "INFINITY", "-10"]) }
        if dice.hits(percent * 2) { meta[.priority] = dice.pick(["1", "5", "10", "-5"]) }
        if dice.hits(percent) { meta[.migrationThreshold] = dice.pick(["1", "2"]) }
        if dice.hits(percent) { meta[.failureTimeout] = dice.pick(["60s", "1h"]) }
        if dice.hits(percent) { meta[.requires] = dice.pick(["nothing", "quorum", "fencing"]) }
        if dice.hits(percent) {
            meta[.multipleActive] = dice.pick([
                "block", "stop_only", "stop_start", "stop_unexpected",
            ])
        }
        if dice.hits(percent / 2) { meta[.critical] = "false" }
        if dice.hits(percent / 2) { meta[.allowMigrate] = "true" }
        return meta
    }

    // MARK: Constraints

    private mutating func drawConstraints() {
        for number in 0..<dice.number(0...4) { drawLocation(number) }
        for number in 0..<dice.number(0...3) { drawColocation(number) }
        for number in 0..<dice.number(0...3) { drawOrder(number) }
    }

    private mutating func drawScore() -> Score {
        dice.pick([.infinity, .minusInfinity, .infinity, Score(100), Score(-100), Score(5_000)])
    }

    private mutating func drawRole(of resource: ResourceDefinition) -> ResourceRole? {
        guard resource.meta[.promotable] != nil, dice.hits(50) else { return nil }
        return .promoted
    }

    private mutating func drawLocation(_ number: Int) {
        let resource = dice.pick(named)
        let wish: LocationConstraint.Wish
        if dice.hits(75) {
            wish = .node(dice.pick(state.nodes).name, drawScore())
        } else {
            let condition = RuleCondition.compare(
                attribute: "rack", dice.pick([.equal, .unequal]), value: "a", type: nil)
            wish = .rules([
                LocationRule(
                    "rule\(number)", .fixed(drawScore()), role: drawRole(of: resource),
                    if: .all([condition]))
            ])
        }
        var location = LocationConstraint("l\(number)", .resource(resource.id), wish)
        if case .node = wish { location.role = drawRole(of: resource) }
        if dice.hits(6) { location.discovery = dice.pick([.never, .exclusive]) }
        state.constraints.append(.location(location))
    }

    private mutating func drawPair() -> (ResourceDefinition, ResourceDefinition)? {
        let one = dice.pick(named)
        let other = dice.pick(named)
        return one.id == other.id ? nil : (one, other)
    }

    private mutating func drawColocation(_ number: Int) {
        guard let (one, other) = drawPair() else { return }
        if named.count > 2, dice.hits(12) {
            var set = ResourceSet("cs\(number)", named.prefix(3).map(\.id))
            if dice.hits(30) { set.isSequential = false }
            state.constraints.append(
                .colocation(ColocationConstraint("x\(number)", .sets([set]), score: .infinity)))
            return
        }
        var colocation = ColocationConstraint(
            "x\(number)", .pair(one.id, with: other.id), score: drawScore(),
            dependentRole: drawRole(of: one), primaryRole: drawRole(of: other))
        if dice.hits(10) { colocation.nodeAttribute = "rack" }
        if dice.hits(10) { colocation.influence = false }
        state.constraints.append(.colocation(colocation))
    }

    private mutating func drawOrder(_ number: Int) {
        guard let (one, other) = drawPair() else { return }
        if named.count > 2, dice.hits(12) {
            var set = ResourceSet("os\(number)", named.prefix(2).map(\.id))
            if dice.hits(50) { set.isSequential = false }
            if dice.hits(30) { set.requiresAll = false }
            let last = ResourceSet("ot\(number)", [named[2].id])
            state.constraints.append(.order(OrderConstraint("o\(number)", .sets([set, last]))))
            return
        }
        let isPromoted = one.meta[.promotable] != nil && dice.hits(50)
        let first = OrderConstraint.Step(one.id, isPromoted ? .promote : nil)
        let then = OrderConstraint.Step(other.id, isPromoted ? .start : nil)
        var order = OrderConstraint(
            "o\(number)", .pair(first, then: then),
            kind: dice.pick([.mandatory, .mandatory, .optional, .serialize]))
        if dice.hits(15) { order.isSymmetrical = false }
        state.constraints.append(.order(order))
    }
}
