import Introspection
import Testing

@Suite struct IntrospectionStateTests {
    @Test func `an abort is possible only while data is waited for, or after an error`() {
        let states = IntrospectionState.allCases.filter { $0.after(.abort) != nil }
        #expect(states == [.waiting, .error])
        #expect(IntrospectionState.waiting.after(.abort) == .aborting)
        #expect(IntrospectionState.aborting.after(.abortEnd) == .error)
    }

    @Test func `every state where somebody is to act runs out of time into an error`() {
        let timed = IntrospectionState.allCases.filter(\.isTimed)
        #expect(timed.allSatisfy { $0.after(.timeout) == .error })
        #expect(Set(timed) == Set(IntrospectionState.allCases).subtracting([.finished, .error]))
    }

    @Test func `stored data is processed again from rest only`() {
        let states = IntrospectionState.allCases.filter { $0.after(.reapply) == .reapplying }
        #expect(Set(states) == [.error, .finished, .reapplying])
    }
}
