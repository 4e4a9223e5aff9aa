import Hardware
import Simulation
import Testing
import World

@testable import SimulatedDatacenter

@Suite("A store whose copies lie on disks that rot")
struct StoreDamageTests {
    /// A store with members, and what it told.
    private struct Bench {
        let simulator: Simulator
        let store: SimulatedStore
        let told: Confined<[String]>

        init(seed: UInt64 = 3, members: [HostAddress]) {
            let simulator = Simulator(seed: seed, schedule: .shuffle)
            let told = Confined<[String]>(simulator, [])
            store = SimulatedStore(name: "state", simulator: simulator) { event in
                let host = event.fields.first { $0.name == "host" }?.value ?? ""
                told.write { $0.append("\(event.kind) \(host)") }
            }
            self.simulator = simulator
            self.told = told
            for host in members {
                store.join(host)
                pass(.seconds(30))
            }
            told.write { $0 = [] }
        }

        func pass(_ duration: Duration) {
            let deadline = simulator.now + duration
            simulator.schedule(at: deadline) {}
            let finding = simulator.run { simulator.now >= deadline }
            if let finding { preconditionFailure(finding.description) }
        }
    }

    @Test(
        "finds a bad copy by its checksums, and fills it again from the others",
        arguments: UInt64(1)...10)
    func mended(seed: UInt64) {
        let bench = Bench(seed: seed, members: ["a", "b", "c"])
        bench.store.damage("b")
        #expect(bench.store.members == ["a", "b", "c"], "Nobody knows yet.")
        bench.pass(.seconds(150))
        #expect(bench.store.members == ["a", "c", "b"])
        #expect(
            bench.told.read { $0 } == [
                "store.copy-damaged b", "store.member-lost b", "store.member-joined b",
            ])
        bench.store.lose("a")
        bench.store.lose("c")
        bench.store.lose("b")
        bench.store.join("b")
        bench.pass(.seconds(30))
        #expect(bench.store.members == ["b"], "The copy is as good as any.")
    }

    @Test("stops, and says why, where the only copy is bad")
    func stopped() {
        let bench = Bench(members: ["a"])
        bench.store.damage("a")
        bench.pass(.seconds(3600))
        #expect(!bench.store.isUp)
        #expect(bench.told.read { $0 } == ["store.member-lost a", "store.copy-damaged a"])
        guard case .failure(let error) = bench.store.state.read({ $0.service }) else {
            Issue.record("It serves from a copy that is wrong.")
            return
        }
        #expect(
            error == .unavailable("no host of store state is up, and the copy on a is damaged"))
    }

    @Test("is not brought back from a bad copy, and is from a good one, which mends the other")
    func recovered() {
        let bench = Bench(members: ["a", "b"])
        bench.store.lose("a")
        bench.store.lose("b")
        bench.store.damage("b")
        bench.store.join("b")
        bench.pass(.seconds(3600))
        #expect(!bench.store.isUp)
        // What went down first holds as much here: nothing was written in between.
        bench.store.join("a")
        bench.pass(.seconds(60))
        #expect(bench.store.members == ["a", "b"])
        bench.store.lose("a")
        bench.pass(.seconds(300))
        #expect(bench.store.members == ["b"], "It was filled again, and is whole.")
    }
}
