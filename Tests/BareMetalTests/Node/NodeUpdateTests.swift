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
        let open: [ProvisionState] = [.enroll, .inspecting, .inspectWait, .manageable, .available]
        for state in ProvisionState.allCases {
            let node = Self.node(state) { $0.resourceClass = "gold" }
            let isAllowed = Self.refusal(.resourceClass("silver"), node) == nil
            #expect(isAllowed == open.contains(state), "\(state)")
        }
        #expect(Self.refusal(.resourceClass("gold"), Self.node(.active)) == nil)
    }

    @Test("how a machine is driven changes only while it is not in use, or in maintenance")
    func controller() {
        let update = NodeUpdate.controller(
            "redfish", BMCAddress(host: "192.0.2.9"), BMCCredentials(user: "u", password: "p"))
        let open: [ProvisionState] = [.enroll, .inspecting, .inspectWait, .manageable, .available]
        for state in ProvisionState.allCases {
            let isAllowed = Self.refusal(update, Self.node(state)) == nil
            #expect(isAllowed == open.contains(state), "\(state)")
        }
        let kept = Self.node(.active) { $0.maintenance = Maintenance(reason: "r", fault: nil) }
        #expect(Self.refusal(update, kept) == nil)
    }

    @Test("a record stays as it is while work rests on it", arguments: ProvisionState.allCases)
    func underWay(_ state: ProvisionState) {
        let may: [ProvisionState] = [
            .enroll, .manageable, .available, .active, .error, .rescue, .deployFailed, .inspecting,
            .inspectFailed, .inspectWait, .cleanFailed, .verifying, .adoptFailed, .rescueFailed,
            .unrescueFailed, .serviceHold, .serviceFailed,
        ]
        let error = Self.refusal(.traits(["CUSTOM_GOLD"]), Self.node(state))
        #expect((error == nil) == may.contains(state))
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

    @Test("a node is taken from its instance in maintenance, and never while it is in use")
    func dissociation() throws {
        #expect(Self.refusal(.dissociation, Self.node(.active)) != nil)
        var node = Self.node(.active) { $0.maintenance = Maintenance(reason: "r", fault: nil) }
        try NodeUpdate.dissociation.apply(to: &node)
        #expect(node.instance == nil)
    }
}
