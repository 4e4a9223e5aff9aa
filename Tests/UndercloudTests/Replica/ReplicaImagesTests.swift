import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import BareMetal
@testable import Undercloud

/// The images that replicas serve, asked for over a store with a ring and the replicas' nodes.
private final class Lab: Sendable {
    let hosts = Hosts(["a"])
    let store: SimulatedStore
    private let ring: RingView
    private let images: ReplicaImages
    private let process: SimulatedProcess

    init() {
        store = SimulatedStore(name: "undercloud", simulator: hosts.simulator, journal: { _ in })
        store.join("a")
        process = hosts.process("conductor", on: "a").0
        let handle = store.handle(for: process)
        ring = RingView(handle)
        images = ReplicaImages(ring: ring, store: handle)
        let nodes = [Self.node("node-1", in: "rack-1"), Self.node("node-2", in: "rack-2")]
        commit { transaction in for node in nodes { transaction.insert(node) } }
    }

    static func node(_ name: NodeName, in rack: String) -> Node {
        Samples.node(.active, name) {
            $0.properties.capabilities = [Node.rackCapability: rack]
        }
    }

    func form(_ members: [HostAddress]) {
        var ring = ConductorRing.empty
        for host in members {
            ring = ring.admitting(
                ConductorRegistration(host: host, scope: .group(.standard), life: 1))
        }
        let formed = ring
        commit { $0.put(formed) }
        process.spawn { [self] in _ = try? await self.ring.refresh() }
        hosts.pass(.seconds(5))
    }

    func servers(for node: Node) -> [HostAddress]? {
        let found = Confined<[HostAddress]?>(hosts.simulator, nil)
        process.spawn { [images] in
            let servers = await images.servers(for: node)
            found.write { $0 = servers }
        }
        hosts.pass(.seconds(5))
        return found.read { $0 }
    }

    private func commit(_ write: @escaping @Sendable (inout Transaction) -> Void) {
        process.spawn { [store, process] in
            var transaction = Transaction()
            write(&transaction)
            _ = try? await store.handle(for: process).commit(transaction)
        }
        hosts.pass(.seconds(5))
    }
}

@Suite("The images that replicas serve")
struct ReplicaImagesTests {
    @Test("come from nobody that is known while there is no ring")
    func nobody() { #expect(Lab().servers(for: Lab.node("node-9", in: "rack-1")) == []) }

    @Test(
        "come from the replica in the machine's own rack first, and from every other",
        arguments: [("rack-1", "node-1"), ("rack-2", "node-2")] as [(String, HostAddress)])
    func rack(_ rack: String, _ first: HostAddress) throws {
        let lab = Lab()
        lab.form(["node-1", "node-2", "seed"])
        let found = try #require(lab.servers(for: Lab.node("node-9", in: rack)))
        #expect(found.first == first)
        #expect(Set(found) == ["node-1", "node-2", "seed"])
    }

    @Test("come no more from a replica that is out of the ring")
    func loss() {
        let lab = Lab()
        lab.form(["node-1", "node-2"])
        #expect(lab.servers(for: Lab.node("node-9", in: "rack-1"))?.first == "node-1")
        lab.form(["node-2"])
        #expect(lab.servers(for: Lab.node("node-9", in: "rack-1")) == ["node-2"])
    }
}
