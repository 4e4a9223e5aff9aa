import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker no-needless-failure")
struct NoNeedlessFailureTests {
    private static func node(_ state: ProvisionState) -> Node {
        var node = Sample.node("node-1", state)
        node.lastError = "it did not work"
        return node
    }

    /// Work that fails half an hour after it began, and what befell its machine at first.
    private func failed(
        _ events: [any JournalEvent] = [],
        as states: [ProvisionState] = [.deploying, .deployFailed]
    ) -> Violation? {
        var (checker, store) = (NoNeedlessFailure(), StoreScript())
        var seen = [store.commit(Self.node(.available))]
        pass(.seconds(10_000), &store, &seen)
        seen += events.map { store.tell($0) }
        for state in states {
            pass(.seconds(600), &store, &seen)
            seen.append(store.commit(Self.node(state)))
        }
        return checker.show(seen)
    }

    /// Time in which the store is there.
    private func pass(
        _ duration: Duration, _ store: inout StoreScript, _ seen: inout [Observation]
    ) {
        let end = store.now + duration
        while store.now < end {
            store.wait(.seconds(10))
            seen.append(store.commit(Sample.node("node-2")))
        }
    }

    @Test(
        "sees work that fails for no cause",
        arguments: [
            [ProvisionState.deploying, .deployFailed], [.deploying, .deployWait, .deployFailed],
            [.verifying, .enroll], [.deleting, .error],
        ])
    func needless(states: [ProvisionState]) {
        #expect(failed(as: states)?.subject == "node-1")
    }

    @Test("has nothing against work that is done")
    func done() { #expect(failed(as: [.deploying, .deployWait, .deploying, .active]) == nil) }

    @Test("takes what befell the machine for a cause, and a person's deed")
    func causes() {
        let causes: [any JournalEvent] = [
            MachineEvent.fault("node-1", .bmcSilent, .began),
            MachineEvent.fault("node-1", .linkLoss, .ended),
            MachineEvent.fault("node-2", .cablesSwapped, .ended),
            MachineEvent.bootFailed("node-1", reason: "the self test does not end"),
            OperatorEvent.powerAsked("node-1", .off), OperatorEvent.setAside("node-1"),
        ]
        for cause in causes { #expect(failed([cause]) == nil, "\(cause)") }
        #expect(failed([MachineEvent.fault("node-2", .bmcSilent, .began)]) != nil)
    }

    @Test("takes a change of conductors for a cause of work's end, and not of a wait's")
    func upheaval() {
        func failed(_ state: ProvisionState) -> Violation? {
            var (checker, store) = (NoNeedlessFailure(), StoreScript())
            var seen = [store.commit(Self.node(.available))]
            pass(.seconds(10_000), &store, &seen)
            seen += [store.commit(Self.node(.deploying)), store.commit(Self.node(state))]
            seen.append(store.commit(Sample.ring(["a": 1])))
            pass(.seconds(60), &store, &seen)
            seen.append(store.commit(Self.node(.deployFailed)))
            return checker.show(seen)
        }
        #expect(failed(.deploying) == nil)
        #expect(failed(.deployWait)?.subject == "node-1")
    }

    @Test("has nothing against work that an operator aborts")
    func aborted() {
        var (checker, store) = (NoNeedlessFailure(), StoreScript())
        let violation = checker.show([
            store.commit(Self.node(.available)), store.commit(Self.node(.deploying)),
            store.commit(Self.node(.deployFailed), Sample.intent("1", .abort)),
        ])
        #expect(violation == nil)
    }
}
