import Hardware
import Histories
import SimulatedServices
import Testing

@Suite("A Galera cluster")
struct GaleraTests {
    private func started(
        seed: UInt64 = 1, change: (inout GaleraOptions) -> Void = { _ in }
    ) -> GaleraDrill<GaleraNode> {
        var drill = GaleraDrill(seed: seed, change: change)
        drill.startAll()
        return drill
    }

    private func health(_ drill: GaleraDrill<GaleraNode>) -> [ServiceHealth] {
        (0..<3).map { drill.node($0).health }
    }

    private func rows(_ drill: GaleraDrill<GaleraNode>, _ node: Int) -> [String: GaleraDisk.Row] {
        drill.node(node).disk.rows
    }

    @Test("that was bootstrapped serves on every node, with the same rows on all")
    func starts() {
        var drill = started()
        #expect(health(drill) == [.serving, .serving, .serving])
        drill.work(for: .seconds(5))
        drill.rest(.seconds(2))
        #expect(drill.verdict == .holds)
        #expect(drill.history.operations.filter(\.isAcknowledged).count > 100)
        #expect(!rows(drill, 0).isEmpty)
        #expect(rows(drill, 0) == rows(drill, 1) && rows(drill, 1) == rows(drill, 2))
    }

    @Test("goes on with two of three, and the third joins by what it missed")
    func losesOne() {
        var drill = started()
        drill.work(for: .seconds(2))
        drill.kill(0)
        drill.rest(.seconds(15))
        #expect(health(drill) == [.down, .serving, .serving])
        #expect(drill.node(0).disk.grastate == -1)
        drill.work(for: .seconds(2))
        drill.network.give(.start, to: 0)
        drill.rest(.seconds(20))
        #expect(health(drill) == [.serving, .serving, .serving])
        drill.work(for: .seconds(2))
        drill.rest(.seconds(2))
        #expect(rows(drill, 0) == rows(drill, 1))
        #expect(drill.verdict == .holds)
    }

    @Test("has the part without quorum refuse, and come back when it reaches the others")
    func partition() {
        var drill = started()
        drill.network.isolate(2)
        drill.rest(.seconds(15))
        #expect(health(drill) == [.serving, .serving, .refusing("non-Primary")])
        drill.work(for: .seconds(3))
        drill.heal()
        drill.rest(.seconds(20))
        #expect(health(drill) == [.serving, .serving, .serving])
        #expect(drill.verdict == .holds)
    }

    @Test("stops where each is alone, and heals to one")
    func allAlone() {
        var drill = started()
        for node in 0..<3 { drill.network.isolate(node) }
        drill.rest(.seconds(15))
        #expect(health(drill).allSatisfy { $0 == .refusing("non-Primary") })
        drill.heal()
        drill.rest(.seconds(20))
        #expect(health(drill) == [.serving, .serving, .serving])
    }

    @Test("after a total loss of power waits for an operator, who starts the one that has most")
    func rightBootstrap() {
        var drill = started()
        drill.work(for: .seconds(3))
        for node in 0..<3 { drill.kill(node) }
        for node in 0..<3 { drill.network.give(.start, to: node) }
        drill.rest(.seconds(30))
        #expect(health(drill).allSatisfy { $0 == .refusing("non-Primary") })
        for node in 0..<3 { drill.kill(node) }
        drill.bootstrap(0)
        #expect(drill.node(0).health == .down, "grastate.dat says that it is not safe.")
        let best =
            (0..<3).max { drill.node($0).disk.recovered < drill.node($1).disk.recovered } ?? 0
        drill.bootstrap(best, .anyway)
        drill.rest(.seconds(2))
        drill.heal()
        drill.rest(.seconds(20))
        #expect(health(drill) == [.serving, .serving, .serving])
        drill.work(for: .seconds(2))
        #expect(drill.verdict == .holds)
    }

    @Test("started from a node that lacks the last writes loses what was acknowledged")
    func wrongBootstrap() {
        var drill = started()
        drill.work(for: .seconds(2))
        drill.kill(2)
        drill.rest(.seconds(10))
        drill.work(for: .seconds(2))
        for node in 0..<2 { drill.kill(node) }
        #expect(drill.node(2).disk.recovered < drill.node(0).disk.recovered)
        for node in 0..<2 { drill.network.nodes[node].wipe() }
        drill.bootstrap(2, .anyway)
        drill.rest(.seconds(2))
        drill.heal()
        drill.rest(.seconds(20))
        drill.work(for: .seconds(2))
        #expect(drill.verdict.isViolated)
    }

    @Test("stopped in good order marks the last to leave, and starts from it without force")
    func lastToLeave() {
        var drill = started()
        drill.work(for: .seconds(1))
        drill.rest(.seconds(1))
        for node in 0..<3 {
            drill.network.give(.stop, to: node)
            drill.rest(.seconds(12))
        }
        #expect((0..<3).map { drill.node($0).disk.isSafeToBootstrap } == [false, false, true])
        #expect((0..<3).allSatisfy { drill.node($0).disk.grastate >= 0 })
        drill.startAll(from: 2)
        #expect(health(drill) == [.serving, .serving, .serving])
        #expect(drill.verdict == .holds)
    }

    @Test("rolls one of two back that write a row at the same time")
    func conflict() {
        var drill = started()
        drill.call(.write("x", "1"), .write(1), "x", at: 0)
        drill.call(.write("x", "2"), .write(2), "x", at: 1)
        drill.rest(.seconds(1))
        let outcomes = drill.history.operations.map(\.outcome)
        #expect(outcomes.filter { $0 == .done }.count == 1)
        #expect(
            outcomes.contains(.failed("deadlock found when trying to get lock")), "\(outcomes)")
    }

    @Test("copies everything to a node whose data is gone, from a donor that refuses meanwhile")
    func fullTransfer() {
        var drill = started()
        drill.work(for: .seconds(1))
        drill.kill(2)
        drill.rest(.seconds(10))
        drill.network.nodes[2].wipe()
        drill.network.give(.start, to: 2)
        drill.rest(.seconds(3))
        #expect(health(drill) == [.refusing("Donor/Desynced"), .serving, .refusing("Joining")])
        drill.rest(.seconds(20))
        #expect(health(drill) == [.serving, .serving, .serving])
        #expect(rows(drill, 2) == rows(drill, 1))
    }

    @Test("asks everybody to pause for a slow node")
    func flowControl() {
        var drill = started()
        drill.network.nodes[2].slowness = 500
        drill.work(for: .seconds(10))
        #expect(drill.history.operations.contains { $0.outcome == .failed("flow control") })
        drill.network.nodes[2].slowness = 1
        drill.rest(.seconds(30))
        #expect(drill.verdict == .holds)
    }

    @Test("stops a node whose disk is full, and goes on with the others")
    func diskFull() {
        var drill = started()
        drill.network.nodes[1].isDiskFull = true
        drill.work(for: .seconds(1))
        drill.rest(.seconds(15))
        #expect(health(drill) == [.serving, .down, .serving])
        #expect(drill.verdict == .holds)
    }

    /// Kills, power losses and cuts of either way, while clients go on.
    private func torment<Model>(_ drill: inout GaleraDrill<Model>, rounds: Int = 6) {
        for _ in 0..<rounds {
            let victim = drill.dice.next(below: 3)
            switch drill.dice.next(below: 4) {
            case 0: drill.kill(victim)
            case 1: drill.network.isolate(victim)
            case 2: drill.network.cuts.insert(.init(from: victim, to: (victim + 1) % 3))
            default:
                drill.kill(victim)
                drill.network.isolate((victim + 1) % 3)
            }
            drill.work(for: .milliseconds(300 + drill.dice.next(below: 9_000)))
            drill.heal()
            drill.work(for: .milliseconds(200 + drill.dice.next(below: 20_000)))
        }
        drill.rest(.seconds(30))
        drill.work(for: .seconds(1))
        drill.rest(.seconds(2))
    }

    @Test("loses nothing and never goes back, whatever fails", arguments: UInt64(1)...6)
    func torment(seed: UInt64) {
        var drill = started(seed: seed)
        torment(&drill)
        #expect(drill.verdict == .holds, "seed \(seed)")
    }

    @Test("that answers before certification is caught", arguments: UInt64(1)...3)
    func eager(seed: UInt64) {
        let options = GaleraOptions(peers: ["a", "b", "c"])
        var drill = GaleraDrill<EagerGalera>(seed: seed, galera: \.galera) {
            EagerGalera(GaleraNode($0, options: options))
        }
        drill.startAll()
        drill.work(for: .seconds(2), pace: 1)
        drill.rest(.seconds(2))
        #expect(drill.verdict.isViolated)
    }

    @Test("of which each part goes on without quorum is caught", arguments: UInt64(1)...3)
    func splitBrain(seed: UInt64) {
        var drill = started(seed: seed) { $0.ignoresQuorum = true }
        drill.network.isolate(2)
        drill.rest(.seconds(15))
        #expect(health(drill) == [.serving, .serving, .serving])
        drill.work(for: .seconds(3))
        #expect(drill.verdict.isViolated)
    }

    @Test("runs the same for the same seed")
    func repeats() {
        var (one, other) = (started(seed: 5), started(seed: 5))
        torment(&one, rounds: 2)
        torment(&other, rounds: 2)
        #expect(one.history == other.history)
    }
}
