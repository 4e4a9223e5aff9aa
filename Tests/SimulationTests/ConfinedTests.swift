import Simulation
import Testing

@Suite("Confined state")
struct ConfinedTests {
    @Test("is read and changed on the world's thread")
    func use() {
        let state = Confined(Simulator(seed: 1), 1)
        #expect(state.write { $0 += 1 } == ())
        #expect(state.read { $0 } == 2)
    }

    @Test("traps when touched from another thread")
    func otherThread() async {
        await #expect(processExitsWith: .failure) {
            let state = Confined(Simulator(seed: 1), 1)
            await Elsewhere.run { state.write { $0 += 1 } }
        }
    }

    @Test("traps when changed again while it is being changed")
    func writeInWrite() async {
        await #expect(processExitsWith: .failure) {
            let state = Confined(Simulator(seed: 1), 1)
            state.write { value in value += state.write { $0 + 1 } }
        }
    }

    @Test("traps when read while it is being changed")
    func readInWrite() async {
        await #expect(processExitsWith: .failure) {
            let state = Confined(Simulator(seed: 1), 1)
            state.write { value in value += state.read { $0 } }
        }
    }
}
