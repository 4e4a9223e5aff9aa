import BareMetal
import Testing

@Suite("A provision state")
struct ProvisionStateTests {
    @Test("is spelled as Ironic spells it")
    func spelling() {
        let names = ProvisionState.allCases.map(\.rawValue)
        #expect(names.count == 30)
        #expect(ProvisionState(rawValue: "wait call-back") == .deployWait)
        #expect(ProvisionState(rawValue: "inspect failed") == .inspectFailed)
    }

    @Test("is stable for exactly the six goals of Ironic's verbs")
    func stableStates() {
        let stable = ProvisionState.allCases.filter(\.isStable)
        #expect(stable == [.enroll, .manageable, .available, .active, .error, .rescue])
    }

    @Test("is transient when its name says that somebody works or waits")
    func transientStates() {
        for state in ProvisionState.allCases {
            let name = state.rawValue
            let saysSo = name.hasSuffix("ing") || name.contains("wait")
            #expect(state.isTransient == saysSo, "\(state)")
        }
    }

    @Test("fails at a conductor's death exactly where the conductor itself was working")
    func failuresAtRestart() throws {
        for state in ProvisionState.allCases {
            #expect((state.failure != nil) == state.rawValue.hasSuffix("ing"), "\(state)")
            guard let failure = state.failure else { continue }
            #expect(try ProvisionTable.next(from: state, on: ProvisionEvent.fail) == failure)
        }
    }

    @Test("has a limit exactly when it must end, and a ramdisk's call has half an hour")
    func limits() {
        for state in ProvisionState.allCases {
            #expect((state.limit != nil) == state.isTransient, "\(state)")
            if state.phase == .waiting { #expect(state.limit == .seconds(1800)) }
            if state.phase == .working { #expect(state.limit == .seconds(3600)) }
        }
    }
}
