import Hardware
import Testing
import World

@testable import BareMetal

@Suite("What a look at a machine's power means")
struct PowerSyncDecisionTests {
    private static func decide(
        _ recorded: PowerState?, _ seen: PowerState?, failures: Int = 0,
        _ policy: ConductorOptions.PowerSync = .recordFollows
    ) -> PowerSyncDecision {
        PowerSyncDecision.decide(
            recorded: recorded, seen: seen, failures: failures, policy: policy)
    }

    @Test("force_power_state_during_sync true rewrites hardware, false rewrites the record")
    func policies() {
        for (recorded, seen) in [(PowerState.on, PowerState.off), (.off, .on)] {
            #expect(Self.decide(recorded, seen, .recordFollows) == .record(seen))
            #expect(Self.decide(recorded, seen, .machineFollows) == .force(recorded))
        }
    }

    @Test("a record without a state takes what is seen, whoever gives way otherwise")
    func unknown() {
        for policy in [ConductorOptions.PowerSync.recordFollows, .machineFollows] {
            #expect(Self.decide(nil, .on, policy) == .record(.on))
            #expect(Self.decide(nil, .off, failures: 9, policy) == .record(.off))
        }
    }

    @Test("nothing is done where record and machine agree")
    func agreement() {
        for policy in [ConductorOptions.PowerSync.recordFollows, .machineFollows] {
            #expect(Self.decide(.on, .on, failures: 9, policy) == .agree)
            #expect(Self.decide(.off, .off, policy) == .agree)
        }
    }

    @Test("three failed syncs in a row set a node aside, and two do not")
    func silence() {
        #expect(Self.decide(.on, nil, failures: 0) == .waitAndSee)
        #expect(Self.decide(.on, nil, failures: 1) == .waitAndSee)
        #expect(Self.decide(.on, nil, failures: 2) == .setAside(seen: nil))
    }

    @Test("a machine that was put right three times in vain is set aside as it is")
    func stubborn() {
        for failures in 0...2 {
            #expect(Self.decide(.on, .off, failures: failures, .machineFollows) == .force(.on))
        }
        #expect(Self.decide(.on, .off, failures: 3, .machineFollows) == .setAside(seen: .off))
    }

    @Test("nodes locked, in transition, in maintenance or not enrolled yet are left alone")
    func exceptions() {
        for state in ProvisionState.allCases {
            let isDue = PowerSyncDecision.isDue(
                RequestDecisionTests.node(state), isRecoveryDue: true)
            let isLeftAlone = state.isTransient || [.enroll, .adoptFailed].contains(state)
            #expect(isDue == !isLeftAlone, "\(state)")
        }
        let locked = RequestDecisionTests.node(.active) {
            $0.reservation = Reservation(holder: "somebody", term: Term(number: 1))
        }
        let switching = RequestDecisionTests.node(.active) { $0.targetPower = .on }
        for node in [locked, switching] {
            #expect(!PowerSyncDecision.isDue(node, isRecoveryDue: true))
        }
    }

    @Test("power fault self-heals, others need a person")
    func recovery() {
        let faults: [Maintenance.Fault?] = [
            nil, .powerFailure, .cleanFailure, .rescueAbortFailure,
        ]
        for fault in faults {
            let node = RequestDecisionTests.node(.available) {
                $0.maintenance = Maintenance(reason: "r", fault: fault)
            }
            #expect(!PowerSyncDecision.isDue(node, isRecoveryDue: false))
            let heals = PowerSyncDecision.isDue(node, isRecoveryDue: true)
            #expect(heals == (fault == .powerFailure))
        }
    }
}
