import BareMetal
import Hardware
import Testing
import World

/// The cases are Ironic's own, of its `conductor/test_allocations`.
@Suite("An allocation")
struct AllocationPolicyTests {
    private static let kind: ResourceClass = "x-large"
    private static let image = ImageReference(name: "i", digest: "d", size: .gibibytes(1))

    private func node(
        _ name: NodeName, _ change: (inout Node) -> Void = { _ in }
    ) -> Node {
        Sample.node(name, .available) {
            $0.resourceClass = Self.kind
            change(&$0)
        }
    }

    private func allocation(
        _ name: String? = nil, kind: ResourceClass? = kind, traits: [Hardware.Trait] = [],
        candidates: [NodeName] = [], owner: ProjectID? = nil
    ) -> Allocation {
        Allocation(
            uuid: Sample.id(1), name: name, resourceClass: kind, traits: traits,
            candidates: candidates, owner: owner)
    }

    private func names(_ allocation: Allocation, _ nodes: [Node]) throws -> [NodeName] {
        try AllocationPolicy.candidates(for: allocation, among: nodes).map(\.name)
    }

    /// Why a node cannot be had, each reason by itself.
    private static let defects: [@Sendable (inout Node) -> Void] = [
        { $0.maintenance = Maintenance(reason: "", fault: nil) }, { $0.provisionState = .active },
        { $0.provisionState = .manageable }, { $0.resourceClass = "x-small" },
        { $0.resourceClass = nil }, { $0.allocation = Sample.id(7) },
        { $0.instance = Instance(id: Sample.id(7), owner: "s", image: image) },
        { $0.powerState = nil },
    ]

    @Test("takes available nodes of its class that nobody has, whose power is known")
    func filters() throws {
        for (index, defect) in Self.defects.enumerated() {
            let nodes = [node("bad", defect), node("good")]
            #expect(try names(allocation(), nodes) == ["good"], "defect \(index)")
            #expect(throws: AllocationFailure.noneAvailable(Self.kind)) {
                try names(allocation(), [node("bad", defect)])
            }
        }
    }

    @Test("takes nodes with all of its traits")
    func traits() throws {
        let equipped = node("b") { $0.traits = ["CUSTOM_1", "CUSTOM_2"] }
        let nodes = [node("a") { $0.traits = ["CUSTOM_1"] }, equipped]
        #expect(try names(allocation(traits: ["CUSTOM_2"]), nodes) == ["b"])
        #expect(try names(allocation(traits: ["CUSTOM_2", "CUSTOM_1"]), nodes) == ["b"])
        #expect(throws: AllocationFailure.noneHasTraits(["CUSTOM_1", "CUSTOM_3"])) {
            try names(allocation(traits: ["CUSTOM_1", "CUSTOM_3"]), nodes)
        }
    }

    @Test("takes only candidates where there are any")
    func candidates() throws {
        let nodes = [node("a"), node("b"), node("c")]
        #expect(try names(allocation(candidates: ["b", "x"]), nodes) == ["b"])
        let small = [node("a"), node("b") { $0.resourceClass = "x-small" }]
        #expect(throws: AllocationFailure.noneOfCandidates(Self.kind)) {
            try names(allocation(candidates: ["b"]), small)
        }
    }

    @Test("of a project takes nodes that the project owns or borrows")
    func owner() throws {
        let nodes = [
            node("a"), node("b") { $0.owner = "project-1" }, node("c") { $0.owner = "project-2" },
            node("d") { ($0.owner, $0.lessee) = ("project-2", "project-1") },
        ]
        #expect(try names(allocation(owner: "project-1"), nodes) == ["b", "d"])
        #expect(try names(allocation(), nodes).count == 4)
    }

    private func order(_ allocation: Allocation, seed: UInt64) -> [NodeName] {
        var generator = CountingGenerator(state: seed)
        let nodes = (1...8).map { node(NodeName("node-\($0)")) }
        return AllocationPolicy.order(nodes, for: allocation, using: &generator).map(\.name)
    }

    @Test("tries nodes in an order drawn by chance, each of them once")
    func shuffled() {
        let orders = (0..<20).map { order(allocation(), seed: $0) }
        #expect(Set(orders).count > 15)
        #expect(orders.allSatisfy { Set($0).count == 8 })
        #expect(order(allocation(), seed: 3) == order(allocation(), seed: 3))
    }

    @Test("tries the node that is called as it is first", arguments: 0..<10 as Range<UInt64>)
    func nameFirst(seed: UInt64) {
        #expect(order(allocation("node-5"), seed: seed).first == "node-5")
        #expect(Set(order(allocation("node-5"), seed: seed)).count == 8)
    }

    @Test("does not take a node that changed since it was found")
    func verified() {
        let wanted = allocation(traits: ["CUSTOM_1"])
        let found = node("a") { $0.traits = ["CUSTOM_1"] }
        #expect(AllocationPolicy.isStillFit(found, for: wanted))
        // Its power may have become unknown meanwhile: that alone is no reason to leave it.
        for defect in Self.defects.dropLast() {
            var changed = found
            defect(&changed)
            #expect(!AllocationPolicy.isStillFit(changed, for: wanted))
        }
        var plain = found
        plain.traits = []
        #expect(!AllocationPolicy.isStillFit(plain, for: wanted))
    }

    /// States in which a node is not let go, as Ironic has them.
    private static let kept: [ProvisionState] = [
        .active, .deploying, .deployWait, .deployHold, .cleaning, .cleanWait, .cleanHold, .deleting,
        .adopting, .rescuing, .rescueWait, .unrescuing, .servicing, .serviceWait,
    ]

    @Test(
        "is given back unless its node is active or under way, and always in maintenance",
        arguments: ProvisionState.allCases)
    func removal(_ state: ProvisionState) throws {
        let granted = allocation().granted("a")
        let busy = Sample.node("a", state)
        if Self.kept.contains(state) {
            #expect(throws: RecordRefusal.self) {
                try AllocationPolicy.checkRemoval(of: granted, from: busy)
            }
        } else {
            try AllocationPolicy.checkRemoval(of: granted, from: busy)
        }
        var maintained = busy
        maintained.maintenance = Maintenance(reason: "", fault: nil)
        try AllocationPolicy.checkRemoval(of: granted, from: maintained)
        try AllocationPolicy.checkRemoval(of: allocation(), from: Optional<Node>.none)
    }

    private func backfill(
        _ wanted: Allocation, _ change: (inout Node) -> Void, among others: [Node] = []
    ) throws {
        let used = Sample.node("a", .active) {
            $0.resourceClass = Self.kind
            $0.traits = ["CUSTOM_1", "CUSTOM_2"]
            change(&$0)
        }
        try AllocationPolicy.checkBackfill(of: wanted, with: used, among: [used] + others)
    }

    private static func instance(_ number: Int) -> Instance {
        Instance(id: Sample.id(number), owner: "s", image: image)
    }

    @Test("is made for an active node that is nobody's or its own")
    func backfilled() throws {
        try backfill(allocation()) { $0.instance = Self.instance(1) }
        try backfill(allocation()) { _ in }
        try backfill(allocation(candidates: ["a"])) { _ in }
        try backfill(allocation(kind: nil)) { _ in }
        try backfill(allocation(traits: ["CUSTOM_1"])) { _ in }
    }

    @Test("is not made for a node that is another's, or unlike what it asks for")
    func backfillRefused() {
        let problems: [(Allocation, (inout Node) -> Void, String)] = [
            (allocation(), { $0.instance = Self.instance(2) }, "associated"),
            (allocation(), { $0.resourceClass = "x-small" }, "resource class"),
            (allocation(traits: ["CUSTOM_1", "CUSTOM_3"]), { _ in }, "traits"),
            (allocation(candidates: ["b"]), { _ in }, "candidates"),
            (allocation(), { $0.provisionState = .available }, "available, not active"),
        ]
        for (wanted, change, word) in problems {
            let refusal = #expect(throws: RecordRefusal.self) { try backfill(wanted, change) }
            #expect(refusal?.description.contains(word) == true, "\(word): \(refusal)")
        }
    }

    @Test("is not made under the name of an instance that another node has")
    func backfillDuplicate() {
        let other = Sample.node("b", .active) { $0.instance = Self.instance(1) }
        let refusal = #expect(throws: RecordRefusal.self) {
            try backfill(allocation(), { _ in }, among: [other])
        }
        #expect(refusal?.status == 409)
    }

    /// SplitMix64, which the order of a test's draws rests on.
    private struct CountingGenerator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
            return mixed ^ mixed >> 31
        }
    }
}
