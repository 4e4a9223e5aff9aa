import Simulation

/// What joins the racks' switches. It is never short of bandwidth.
final class CoreSwitch: Sendable {
    private let alive: Confined<Bool>

    init(_ simulator: Simulator) { alive = Confined(simulator, true) }

    var isAlive: Bool {
        get { alive.read { $0 } }
        set { alive.write { $0 = newValue } }
    }
}
