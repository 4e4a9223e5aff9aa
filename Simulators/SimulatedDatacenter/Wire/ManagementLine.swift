import Hardware
import Simulation

/// What the way to one machine's controller does to what is sent over it. It draws from the
/// machine's own chance.
struct ManagementLine: Sendable {
    /// One copy of what was sent.
    struct Arrival: Sendable {
        let delay: Duration
        /// Whether it was sent before, or changed on the way.
        let isCopy: Bool
    }

    /// How much a bad line loses and doubles.
    private static let loss = Ratio.percent(20)
    private static let doubling = Ratio.percent(10)
    /// How many of the handshakes' second halves are lost where they break off.
    private static let lostProofs = Ratio.percent(70)
    /// How long a queue is, and how much later something comes again, in seconds.
    private static let queue = 0.8...4.0
    private static let repetition = 1.0...20.0

    let machine: SimulatedMachine

    /// How long one message takes, one way.
    func latency() -> Duration {
        let usual = machine.timing.drawLatency(
            machine.timing.profile.controllerLatency, on: .managementLink)
        guard machine.has(.bmcLineClogged) else { return usual }
        machine.meet(.bmcLineClogged)
        return usual + .seconds(draw(Self.queue))
    }

    /// What becomes of a datagram.
    ///
    /// - Parameters:
    ///   - isProof: whether it is one of the second half of a handshake.
    ///   - isInSession: whether it is signed.
    func arrivals(isProof: Bool, isInSession: Bool) -> [Arrival] {
        if isProof, machine.has(.bmcHandshakeLost), happens(Self.lostProofs) {
            machine.meet(.bmcHandshakeLost)
            return []
        }
        var arrivals = [Arrival(delay: latency(), isCopy: false)]
        if machine.has(.bmcLineNoisy) { makeNoise(&arrivals) }
        if isInSession, machine.has(.bmcReplayed) {
            machine.meet(.bmcReplayed)
            arrivals.append(Arrival(delay: .seconds(draw(Self.repetition)), isCopy: true))
        }
        return arrivals
    }

    private func makeNoise(_ arrivals: inout [Arrival]) {
        if happens(Self.loss) {
            machine.meet(.bmcLineNoisy)
            arrivals = []
        } else if happens(Self.doubling) {
            machine.meet(.bmcLineNoisy)
            // Of two that are alike, the later one is the copy.
            let delays = (arrivals.map(\.delay) + [latency()]).sorted()
            arrivals = delays.enumerated().map { Arrival(delay: $1, isCopy: $0 > 0) }
        }
    }

    func happens(_ ratio: Ratio) -> Bool { machine.timing.happens(ratio, in: .managementLink) }

    func draw(_ range: ClosedRange<Double>) -> Double {
        machine.timing.draw(in: range, for: .managementLink)
    }
}
