import Hardware
import Testing
import World

@testable import BareMetal

@Suite("An update of a node's record")
struct NodeUpdateTests {
    private static func refusal(_ update: NodeUpdate, _ node: Node) -> NodeRefusal? {
        var node = node
        do throws(NodeRefusal) {
            try update.apply(to: &node)
            return nil
        } catch { return error }
    }

    private static func node(
        _ state: ProvisionState, _ change: (inout Node) -> Void = { _ in }
    ) -> Node {
        RequestDecisionTests.node(state, change)
    }

    @Test("protected is only settable in active and rescue", arguments: ProvisionState.allCases)
    func protected(_ state: ProvisionState) {
        let error = Self.refusal(.protection(Protection(reason: nil)), Self.node(state))
        #expect((error == nil) == [.active, .rescue].contains(state))
    }

    @Test("protection is lifted wherever no work is under way")
    func unprotected() throws {
        for state in [ProvisionState.active, .error, .deployFailed, .manageable] {
            var node = Self.node(state) { $0.protection = Protection(reason: "r") }
            try NodeUpdate.protection(nil).apply(to: &node)
            #expect(node.protection == nil)
        }
    }

    @Test("retired cannot be set while available")
    func retired() throws {
        let retirement = NodeUpdate.retirement(Retirement(reason: "it is old"))
        guard
            case .wrongState(.available, let allowed) =
                Self.refusal(retirement, Self.node(.available))
        else { throw BenchFailure("it was accepted") }
        #expect(!allowed.contains(.available))
        for state in [ProvisionState.enroll, .manageable, .active, .cleanFailed, .error] {
            #expect(Self.refusal(retirement, Self.node(state)) == nil, "\(state)")
        }
        #expect(Self.refusal(.retirement(nil), Self.node(.available)) == nil)
    }

    @Test("a resource class changes only where no instance counts on it")
    func resourceClass() {
        let open: [ProvisionState] = [.enroll, .inspectWait, .manageable, .available]
        for state in ProvisionState.allCases {
            let node = Self.node(state) { $0.resourceClass = "gold" }
            let isAllowed = Self.refusal(.resourceClass("silver"), node) == nil
            #expect(isAllowed == open.contains(state), "\(state)")
        }
        #expect(Self.refusal(.resourceClass("gold"), Self.node(.active)) == nil)
    }

    @Test("the interfaces change only while a node is not in use, or in maintenance")
    func interfaces() {
        let update = NodeUpdate.driverSettings(
            DriverSettings(interfaces: ["deploy_interface": "ramdisk"]))
        let open: [ProvisionState] = [.enroll, .inspectWait, .manageable, .available]
        for state in ProvisionState.allCases {
            let isAllowed = Self.refusal(update, Self.node(state)) == nil
            #expect(isAllowed == open.contains(state), "\(state)")
        }
        let kept = Self.node(.active) { $0.maintenance = Maintenance(reason: "r", fault: nil) }
        #expect(Self.refusal(update, kept) == nil)
    }

    @Test("the way to a machine changes wherever no work rests on it, in use or not")
    func controller() {
        let update = NodeUpdate.controller(
            "redfish", BMCAddress(host: "192.0.2.9"), BMCCredentials(user: "u", password: "p"))
        for state in ProvisionState.allCases {
            let isAllowed = Self.refusal(update, Self.node(state)) == nil
            #expect(isAllowed == Self.resting.contains(state), "\(state)")
        }
    }

    private static let resting: [ProvisionState] = [
        .enroll, .manageable, .available, .active, .error, .rescue, .deployFailed,
        .inspectFailed, .inspectWait, .cleanFailed, .verifying, .adoptFailed, .rescueFailed,
        .unrescueFailed, .serviceHold, .serviceFailed,
    ]

    @Test("traits and the target RAID configuration change whatever is under way")
    func subresources() throws {
        for state in ProvisionState.allCases {
            #expect(Self.refusal(.traits(["CUSTOM_GOLD"]), Self.node(state)) == nil)
            var node = Self.node(state)
            let target = try RAIDConfiguration([LogicalDisk(level: .mirror, size: .rest)])
            try NodeUpdate.targetRAID(target).apply(to: &node)
            #expect(node.raid?.target == target)
            try NodeUpdate.targetRAID(nil).apply(to: &node)
            #expect(node.raid?.target == nil)
        }
    }

    @Test("a node is given to one instance, and not taken from it by naming another")
    func association() throws {
        let image = ImageReference(name: "i", digest: "d", size: .zero)
        let first = Instance(id: Identifier(text: "one"), owner: "a", image: image)
        let second = Instance(id: Identifier(text: "two"), owner: "b", image: image)
        var node = Self.node(.available) { $0.instance = nil }
        try NodeUpdate.association(first).apply(to: &node)
        #expect(Self.refusal(.association(second), node) == .associated(first.id))
        #expect(Self.refusal(.association(first), node) == nil)
    }

    @Test("a record stays as it is while work rests on it", arguments: ProvisionState.allCases)
    func underWay(_ state: ProvisionState) {
        let error = Self.refusal(.properties(NodeProperties(processors: 2)), Self.node(state))
        #expect((error == nil) == Self.resting.contains(state))
        #expect(error?.isTransient != false || !state.isTransient)
    }

    @Test("maintenance is set and lifted in any state, and a person's has no fault")
    func maintenance() throws {
        for state in ProvisionState.allCases {
            var node = Self.node(state) {
                $0.maintenance = Maintenance(reason: "silent", fault: .powerFailure)
            }
            try NodeUpdate.maintenance(reason: "I look").apply(to: &node)
            #expect(node.maintenance == Maintenance(reason: "I look", fault: nil))
            try NodeUpdate.endOfMaintenance.apply(to: &node)
            #expect(node.maintenance == nil)
        }
    }

    @Test("an allocated node is taken from its instance while it is not in use, or in maintenance")
    func dissociation() throws {
        let claim = Identifier(text: "claim")
        func held(_ state: ProvisionState) -> Node { Self.node(state) { $0.allocation = claim } }
        #expect(Self.refusal(.dissociation, held(.active)) != nil)
        #expect(Self.refusal(.dissociation, held(.manageable)) == nil)
        var node = held(.active)
        node.maintenance = Maintenance(reason: "r", fault: nil)
        try NodeUpdate.dissociation.apply(to: &node)
        #expect(node.instance == nil)
        #expect(node.allocation == nil)
        #expect(Self.refusal(.dissociation, Self.node(.active)) == nil)
    }

    @Test("a reason for protection or retirement changes in any state, once there is one")
    func reasons() {
        let kept = Self.node(.manageable) { $0.protection = Protection(reason: "a") }
        #expect(Self.refusal(.protection(Protection(reason: "b")), kept) == nil)
        let leaving = Self.node(.available) { $0.retirement = Retirement(reason: "a") }
        #expect(Self.refusal(.retirement(Retirement(reason: "b")), leaving) == nil)
    }

    @Test("an interface has to fit the hardware type, and the type the interfaces")
    func hardwareTypes() {
        let ipmi = Self.node(.manageable) { $0.driver = "ipmi" }
        func chosen(_ name: String) -> NodeUpdate {
            .driverSettings(DriverSettings(interfaces: ["raid_interface": name]))
        }
        #expect(Self.refusal(chosen("agent"), ipmi) == nil)
        #expect(Self.refusal(chosen("redfish"), ipmi) != nil)
        let redfish = Self.node(.manageable) {
            $0.driver = "redfish"
            $0.driverSettings = DriverSettings(interfaces: ["raid_interface": "redfish"])
        }
        #expect(Self.refusal(.controller("ipmi", redfish.bmc, redfish.credentials), redfish) != nil)
        #expect(
            Self.refusal(.controller("idrac", redfish.bmc, redfish.credentials), redfish) != nil)
        #expect(Self.refusal(.controller("fake", redfish.bmc, redfish.credentials), redfish) == nil)
    }

    @Test("a patch changes what it names, by the rules of each field, and all of it or nothing")
    func patch() throws {
        let bench = Bench()
        try bench.run {
            let instance = Instance(
                id: Identifier(text: "9f1d3e1a-0000-4000-8000-000000000000"), owner: "a",
                image: Bench.image)
            let station = try await bench.found(in: .active) { $0.instance = instance }
            func patch(_ steps: JSONValue...) async throws {
                try await station.conductor.patch(
                    "node-1", by: try JSONPatch(.list(steps)), nodes: NodeIndex([]))
            }
            let protect: JSONValue = ["op": "replace", "path": "/protected", "value": true]
            try await patch(protect, ["op": "add", "path": "/extra/a", "value": 1])
            #expect(bench.node.protection != nil)
            #expect(bench.node.particulars?.extra == ["a": 1])
            let deploy: JSONValue = [
                "op": "replace", "path": "/deploy_interface", "value": "ramdisk",
            ]
            let lift: JSONValue = ["op": "replace", "path": "/protected", "value": false]
            await #expect(throws: ConductorError.self) { try await patch(lift, deploy) }
            #expect(bench.node.protection != nil)
            try await patch(["op": "replace", "path": "/maintenance", "value": true], deploy)
            #expect(bench.node.driverSettings?.interfaces == ["deploy_interface": "ramdisk"])
            #expect(bench.node.instance == instance)
        }
    }
}
