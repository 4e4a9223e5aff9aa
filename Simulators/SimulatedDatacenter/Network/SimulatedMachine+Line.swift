import Hardware

extension SimulatedMachine {
    /// How many of a bad line's messages are lost.
    private static let loss = Ratio.percent(30)

    /// Whether one message gets over the machine's own line.
    func survivesLine() -> Bool {
        !has(.packetLoss) || !timing.happens(Self.loss, in: .link)
    }

    /// How long a server on the machine's own switch takes to answer: about as long as ours.
    func drawRogueDelay() -> Duration { .seconds(timing.draw(in: 0.0005...0.01, for: .link)) }

    /// Whether the machine's switch reaches the core.
    public var isInReachOfCore: Bool { port.rackSwitch.reachesCore }

    /// Whether the two can exchange messages now, as far as all that stands between them goes.
    public func reaches(_ other: SimulatedMachine) -> Bool {
        self === other || (isLinked && other.isLinked && port.reaches(other.port))
    }
}
