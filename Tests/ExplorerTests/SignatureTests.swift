import Explorer
import Hardware
import Histories
import Testing

struct SignatureTests {
    @Test(
        "Names of machines, numbers and times make no difference",
        arguments: [
            ("node racka-u03 has two owners", "node rackb-u17 has two owners"),
            ("'rack1-03' was 12.5 s late", "'rack1-99' was 7 s late"),
            ("is missing from a-1, a-2 and 3 more", "is missing from b-7, c-2, d-4 and 12 more"),
        ])
    func alike(left: String, right: String) {
        let (one, other) = (
            FailureSignature(check: "c", message: left),
            FailureSignature(check: "c", message: right)
        )
        #expect(one == other)
    }

    @Test("Checkers and words make a difference")
    func different() {
        let one = FailureSignature(check: "one-owner", message: "node a-1 has two owners")
        #expect(
            one != FailureSignature(check: "one-lock-holder", message: "node a-1 has two owners"))
        #expect(one != FailureSignature(check: "one-owner", message: "node a-1 has no owner"))
    }

    @Test("A subject without a digit in its name makes none")
    func subject() {
        let one = FailureSignature(check: "c", message: "alpha is off", subject: "alpha")
        let other = FailureSignature(check: "c", message: "beta is off", subject: "beta")
        #expect(one == other)
        #expect(one.message == "# is off")
    }

    @Test("What is written of a signature reads as the same one")
    func text() {
        let signature = FailureSignature(check: "unconverged", message: "a: b: c")
        #expect(FailureSignature(text: signature.text) == signature)
        #expect(FailureSignature(text: "no colon") == nil)
        #expect(FailureSignature(text: ": nothing") == nil)
    }

    @Test("A trap is the same wherever its source file lies")
    func crash() {
        let one = FailureSignature(messages: "replay: x\n/a/b/Lease.swift:12: Fatal error: oh no\n")
        let other = FailureSignature(messages: "/z/Lease.swift:19: Fatal error: oh no\n")
        #expect(one == other)
        #expect(one.check == FailureSignature.crash)
    }

    @Test(
        "The bound is Clopper and Pearson's",
        arguments: [(0, 59, 0.0495), (0, 299, 0.00997), (1, 100, 0.0466), (3, 50, 0.1478)])
    func bound(failures: Int, runs: Int, expected: Double) {
        let bound = FailureBound(failures: failures, runs: runs)
        #expect(abs(bound.upper(at: .percent(95)) - expected) < 0.0002)
    }

    @Test("The sentence tells no more than is known")
    func sentence() {
        #expect(
            FailureBound(failures: 0, runs: 299).sentence(at: .percent(95))
                == "0 failures in 299 runs: failure probability under 0.997 % at 95 %")
        #expect(
            FailureBound(failures: 0, runs: 0).sentence(at: .percent(95)).contains(
                "nothing is known"))
        #expect(FailureBound(failures: 2, runs: 2).upper(at: .percent(95)) == 1)
    }
}
