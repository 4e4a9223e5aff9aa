import BareMetal
import Hardware
import Testing
import World

@Suite("What importing a file again does")
struct EnrolmentPlanTests {
    static func inventory(_ nodes: String...) throws -> Inventory {
        let text = "nodes:\n" + nodes.map { "  - {\($0)}" }.joined(separator: "\n")
        return try InventoryReader.read(Array(text.utf8), file: "rack.yaml")
    }

    static func node(_ number: Int, _ more: String = "") -> String {
        "name: n\(number), pm_type: ipmi, pm_addr: h\(number), pm_user: u, pm_password: p, "
            + "mac: [\"52:54:00:00:00:0\(number)\"], cpu: 4" + (more.isEmpty ? "" : ", " + more)
    }

    private func plan(
        _ new: Inventory, against old: Inventory, extras: ExtraNodes = .kept
    ) -> EnrolmentPlan {
        EnrolmentPlan(new, against: old.nodes.map { RegisteredNode($0) }, extras: extras)
    }

    private func record(_ change: (inout Node) -> Void = { _ in }) throws -> RegisteredNode {
        let description = try Self.inventory(Self.node(1)).nodes[0]
        var node = Node(description, uuid: Identifier(text: "u-1"))
        change(&node)
        return RegisteredNode(node, ports: description.ports.map { Port($0, of: node.name) })
    }

    @Test("nothing, where nothing changed")
    func unchanged() throws {
        let inventory = try Self.inventory(Self.node(1, "profile: control"), Self.node(2))
        let plan = plan(inventory, against: inventory)
        #expect(plan.unchanged == ["n1", "n2"] && plan.isEmpty && plan.isFeasible)
        let stored = try EnrolmentPlan(Self.inventory(Self.node(1)), against: [record()])
        #expect(stored.unchanged == ["n1"] && stored.isEmpty)
    }

    @Test("adds what is new, and leaves alone what is no longer there")
    func added() throws {
        let plan = try plan(
            Self.inventory(Self.node(2), Self.node(3)),
            against: Self.inventory(Self.node(1), Self.node(2)))
        #expect(plan.added.map(\.name) == ["n3"] && plan.extra == ["n1"])
        #expect(plan.unchanged == ["n2"] && plan.removed.isEmpty)
    }

    @Test("tells field by field what changes, and never a password")
    func updated() throws {
        let new =
            "pm_addr: h9, pm_user: u, pm_password: q, pm_type: redfish, pm_system_id: s, "
            + "mac: [\"52:54:00:00:00:01\", \"52:54:00:00:00:09\"], cpu: 8, memory: 1024, "
            + "root_device: {serial: X}, kernel_id: k, deploy_interface: ansible, name: n1, "
            + "conductor_group: west, redfish_password: secret"
        let plan = try plan(Self.inventory(new), against: Self.inventory(Self.node(1)))
        let changes = try #require(plan.updated.first).changes
        #expect(
            changes.map(\.description) == [
                "pm_type: ipmi -> redfish", "pm_addr: h1 -> h9/s", "pm_password: *** -> ***",
                "cpu: 4 -> 8", "memory: nothing -> 1 GiB", "root_device: nothing -> serial x",
                "conductor_group: nothing -> west", "kernel_id: nothing -> k",
                "deploy_interface: nothing -> ansible", "redfish_password: nothing -> ***",
                "ports[52:54:00:00:00:09]: nothing -> a port",
            ])
    }

    @Test("replaces capabilities whole, and leaves alone what the file does not tell")
    func capabilities() throws {
        let old = try Self.inventory(
            Self.node(1, "capabilities: {a: 1, b: 2}, disk: 40, resource_class: gold"))
        let plan = try plan(
            Self.inventory(Self.node(1, "capabilities: {b: 3}")), against: old)
        #expect(
            plan.updated.first?.changes.map(\.description) == ["capabilities: a:1,b:2 -> b:3"])
        #expect(try self.plan(Self.inventory(Self.node(1)), against: old).isEmpty)
    }

    @Test(
        "knows a machine again by any one of its addresses, its controller and its uuid",
        arguments: [
            "pm_addr: x, mac: [\"52:54:00:00:00:01\"]", "pm_addr: h1, mac: [525400000009]",
            "pm_addr: H1, pm_port: 623, mac: [\"52:54:00:00:00:09\"]",
            "pm_addr: x, mac: [525400000009], uuid: A8CB6624-0d9f-c882-affc-046ebb96ec01",
        ])
    func identity(keys: String) throws {
        let old = try Self.inventory(
            Self.node(1, "uuid: a8cb6624-0d9f-c882-affc-046ebb96ec01"), Self.node(2))
        let new = try Self.inventory("pm_type: ipmi, pm_user: u, pm_password: p, " + keys)
        let plan = plan(new, against: old)
        #expect(plan.updated.map(\.name) == ["n1"] && plan.added.isEmpty && plan.isFeasible)
    }

    @Test("refuses a description that is two nodes, and names both")
    func twoMatches() throws {
        let new =
            "pm_type: ipmi, pm_addr: h1, pm_user: u, pm_password: p, "
            + "mac: [\"52:54:00:00:00:02\"]"
        let plan = try plan(
            Self.inventory(new), against: Self.inventory(Self.node(1), Self.node(2)))
        let conflict = try #require(plan.conflicts.first)
        #expect(
            conflict.reason == "the MAC address 52:54:00:00:00:02 is that of n2, and "
                + "the controller h1 is that of n1: two nodes cannot become one")
        #expect(conflict.line == 2 && plan.isEmpty && plan.extra.isEmpty)
    }

    @Test("refuses two descriptions of one node, a taken name and another uuid")
    func clashes() throws {
        let old = try Self.inventory(
            Self.node(1, "uuid: a8cb6624-0d9f-c882-affc-046ebb96ec01"), Self.node(2))
        let plan = try plan(
            Self.inventory(
                "pm_type: ipmi, pm_addr: h1, pm_user: u, pm_password: p, mac: [525400000008]",
                "pm_type: ipmi, pm_addr: x, pm_user: u, pm_password: p, mac: [525400000001]",
                "name: n2, pm_type: ipmi, pm_addr: y, pm_user: u, pm_password: p, "
                    + "mac: [525400000007]"), against: old)
        #expect(plan.conflicts.map(\.line) == [3, 4])
        #expect(plan.conflicts[0].reason.contains("is that of n1, as is line 2's"))
        #expect(plan.conflicts[1].reason == "the name n2 is that of another node, at h2")
        let other = try self.plan(
            Self.inventory(Self.node(1, "uuid: a8cb6624-0d9f-c882-affc-046ebb96ec02")),
            against: old)
        #expect(other.conflicts.first?.reason.contains("it never changes") == true)
    }

    @Test("gives a nameless node no name that is taken")
    func names() throws {
        let nameless = "pm_type: ipmi, pm_addr: x, pm_user: u, pm_password: p, mac: [525400000007]"
        let old = try Self.inventory(Self.node(1).replacing("n1", with: "node-0"))
        #expect(try plan(Self.inventory(nameless), against: old).added.map(\.name) == ["node-0-2"])
    }

    @Test(
        "removes extras where it is asked to and Ironic's rules allow it",
        arguments: ProvisionState.allCases)
    func removal(state: ProvisionState) throws {
        let isAllowed = [.enroll, .manageable, .available, .adoptFailed].contains(state)
        let new = try Self.inventory(Self.node(2))
        let node = try record { $0.provisionState = state }
        let plan = EnrolmentPlan(new, against: [node], extras: .removed)
        #expect(plan.removed == (isAllowed ? ["n1"] : []))
        #expect(plan.refused.map(\.name) == (isAllowed ? [] : ["n1"]))
        #expect(EnrolmentPlan(new, against: [node]).extra == ["n1"])
        let hopeless = try record {
            $0.provisionState = state
            $0.maintenance = Maintenance(reason: "broken", fault: nil)
        }
        #expect(EnrolmentPlan(new, against: [hopeless], extras: .removed).removed == ["n1"])
    }

    @Test("removes no node that is protected or locked")
    func heldNodes() throws {
        let new = try Self.inventory(Self.node(2))
        let protected = try record { $0.protection = Protection(reason: nil) }
        let locked = try record {
            $0.reservation = Reservation(holder: "c-1", term: Term(number: 1))
        }
        for (node, reason) in [(protected, "it is protected"), (locked, "it is locked by c-1")] {
            let plan = EnrolmentPlan(new, against: [node], extras: .removed)
            #expect(plan.refused.map(\.reason) == [reason])
        }
    }

    @Test("changes nothing beneath work that is under way", arguments: ProvisionState.allCases)
    func busyNodes(state: ProvisionState) throws {
        let busy: [ProvisionState] = [
            .cleaning, .cleanWait, .cleanHold, .deploying, .deployWait, .deployHold, .deleting,
            .adopting, .unrescuing, .servicing, .serviceWait, .rescuing, .rescueWait, .inspecting,
        ]
        let node = try record { $0.provisionState = state }
        let plan = try EnrolmentPlan(
            Self.inventory(Self.node(1, "memory: 1024")), against: [node])
        #expect(plan.refused.count == (busy.contains(state) ? 1 : 0))
        #expect(plan.updated.count == (busy.contains(state) ? 0 : 1))
    }

    @Test("changes neither the driver of a node in use nor a locked node")
    func revision() throws {
        let new = try Self.inventory(Self.node(1, "deploy_interface: ansible"))
        let active = try record { $0.provisionState = .active }
        #expect(
            EnrolmentPlan(new, against: [active]).refused.first?.reason.hasPrefix(
                "its deploy_interface is changed while it is active") == true)
        let memory = try Self.inventory(Self.node(1, "memory: 1024"))
        #expect(EnrolmentPlan(memory, against: [active]).updated.count == 1)
        let locked = try record {
            $0.reservation = Reservation(holder: "c-1", term: Term(number: 1))
        }
        #expect(EnrolmentPlan(memory, against: [locked]).refused.count == 1)
    }
}
