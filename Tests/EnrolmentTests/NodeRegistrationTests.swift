import BareMetal
import Hardware
import Testing
import World

@Suite("Doing what an import decided")
struct NodeRegistrationTests {
    private struct Site {
        let store = TableStore()
        let registration: NodeRegistration

        init() async throws {
            registration = NodeRegistration(
                store: store, authority: try await Fence.authority(of: store),
                random: CountingSource(number: 1), delete: Self.deletion(from: store))
        }

        /// As a conductor deletes: the node with its ports, or not at all.
        static func deletion(from store: TableStore) -> NodeRegistration.Deletion {
            { name async throws(ConductorError) in
                do throws(StoreError) {
                    guard let node = try await store.get(Node.self, name.text) else { return }
                    var transaction = Transaction()
                    transaction.delete(node)
                    for port in try await store.scan(Port.self) where port.document.node == name {
                        transaction.delete(port)
                    }
                    _ = try await store.commit(transaction)
                } catch { throw .store(error) }
            }
        }

        func plan(_ inventory: Inventory, extras: ExtraNodes = .kept) async throws -> EnrolmentPlan
        {
            EnrolmentPlan(inventory, against: try await registration.registered(), extras: extras)
        }

        func apply(
            _ inventory: Inventory, extras: ExtraNodes = .kept
        ) async throws -> [NodeRegistration.Outcome] {
            try await registration.apply(try await plan(inventory, extras: extras))
        }
    }

    private typealias Text = EnrolmentPlanTests

    @Test("writes nodes with their ports, and finds them unchanged afterwards")
    func add() async throws {
        let site = try await Site()
        let link =
            "ports: [{address: \"52:54:00:00:00:11\", physical_network: leaf1, "
            + "pxe_enabled: false, local_link_connection: {port_id: e1}}]"
        let inventory = try Text.inventory(
            Text.node(1, link + ", resource_class: gold, deploy_interface: direct"), Text.node(2))
        #expect(try await site.apply(inventory).map(\.failure) == [nil, nil])
        let node = try #require(try await site.store.get(Node.self, "n1")).document
        #expect(node.resourceClass == "gold" && node.provisionState == .enroll)
        #expect(node.driverSettings?.interfaces == ["deploy_interface": "direct"])
        let port = try #require(try await site.store.get(Port.self, "52:54:00:00:00:11")).document
        #expect(port.node == "n1" && port.physicalNetwork == "leaf1" && !port.isPXEEnabled)
        #expect(port.localLink?.portID == "e1")
        #expect(try await site.plan(inventory).unchanged == ["n1", "n2"])
        #expect(await site.store.commits == 3, "One for the fence, and one for each node.")
    }

    @Test("changes what the file tells, and leaves the rest of the record")
    func change() async throws {
        let site = try await Site()
        _ = try await site.apply(try Text.inventory(Text.node(1, "disk: 40, kernel_id: k")))
        let stored = try #require(try await site.store.get(Node.self, "n1"))
        var (used, transaction) = (stored.document, Transaction())
        used.provisionState = .active
        transaction.replace(stored, with: used)
        _ = try await site.store.commit(transaction)
        let new = try Text.inventory(
            Text.node(1, "memory: 512, ramdisk_id: r, ports: [{address: \"52:54:00:00:00:12\"}]"))
        #expect(try await site.apply(new).map(\.failure) == [nil])
        let node = try #require(try await site.store.get(Node.self, "n1")).document
        #expect(node.provisionState == .active && node.uuid == used.uuid)
        #expect(node.properties.memory == .mebibytes(512))
        #expect(node.properties.localDisk == .gibibytes(40))
        #expect(node.driverSettings?.kernel == "k" && node.driverSettings?.ramdisk == "r")
        #expect(node.addresses.count == 2)
        #expect(try await site.plan(new).isEmpty)
    }

    @Test("removes a node with its ports")
    func remove() async throws {
        let site = try await Site()
        _ = try await site.apply(try Text.inventory(Text.node(1), Text.node(2)))
        let left = try Text.inventory(Text.node(2))
        #expect(try await site.apply(left, extras: .removed).map(\.name) == ["n1"])
        #expect(try await site.store.get(Node.self, "n1") == nil)
        #expect(try await site.store.scan(Port.self).map(\.document.node) == ["n2"])
    }

    @Test("does not do what became forbidden after it was decided")
    func late() async throws {
        let site = try await Site()
        _ = try await site.apply(try Text.inventory(Text.node(1), Text.node(2)))
        let plan = try await site.plan(
            try Text.inventory(Text.node(2, "memory: 5")), extras: .removed)
        for name in ["n1", "n2"] {
            let stored = try #require(try await site.store.get(Node.self, name))
            var (node, transaction) = (stored.document, Transaction())
            node.reservation = Reservation(holder: "c", term: Term(number: 1))
            transaction.replace(stored, with: node)
            _ = try await site.store.commit(transaction)
        }
        let failures = try await site.registration.apply(plan).map(\.failure)
        #expect(failures == ["it is locked by c", "it is locked by c"])
    }

    @Test("takes no address that another node's port has got in between")
    func takenAddress() async throws {
        let site = try await Site()
        let plan = try await site.plan(try Text.inventory(Text.node(1)))
        var transaction = Transaction()
        transaction.insert(Port(address: MACAddress(rawValue: 0x5254_0000_0001), node: "n9"))
        _ = try await site.store.commit(transaction)
        let outcome = try #require(try await site.registration.apply(plan).first)
        #expect(outcome.failure?.contains("52:54:00:00:00:01") == true)
        #expect(try await site.store.get(Node.self, "n1") == nil)
    }

    @Test("tells why a conductor deletes a node no more")
    func refusedDeletion() async throws {
        let store = TableStore()
        let registration = NodeRegistration(
            store: store, authority: try await Fence.authority(of: store),
            random: CountingSource(number: 1),
            delete: { name async throws(ConductorError) in
                throw .forbidden(name, .protected(reason: "gold"))
            })
        let old = EnrolmentPlan(try Text.inventory(Text.node(1)), against: [])
        _ = try await registration.apply(old)
        let plan = EnrolmentPlan(
            try Text.inventory(Text.node(2)), against: try await registration.registered(),
            extras: .removed)
        let failures = try await registration.apply(plan).map(\.failure)
        #expect(failures == [nil, "node n1: it is protected: gold"])
    }

    @Test("writes nothing once the term is over")
    func deposed() async throws {
        let site = try await Site()
        let plan = try await site.plan(try Text.inventory(Text.node(1)))
        var transaction = Transaction()
        transaction.put(Fence(term: 2))
        _ = try await site.store.commit(transaction)
        await #expect(throws: StoreError.self) { try await site.registration.apply(plan) }
        #expect(try await site.store.get(Node.self, "n1") == nil)
    }

    @Test("goes on where it was stopped")
    func again() async throws {
        let site = try await Site()
        let inventory = try Text.inventory(Text.node(1), Text.node(2))
        let plan = try await site.plan(inventory)
        _ = try await site.apply(try Text.inventory(Text.node(1)))
        #expect(try await site.registration.apply(plan).map(\.failure) == [nil, nil])
        #expect(try await site.store.scan(Node.self).count == 2)
    }
}
