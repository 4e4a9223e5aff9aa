import Simulation

/// Tells whoever composes the world what has started on which machine.
final class BootAnnouncer: Sendable {
    private let handler: Confined<((BootedSystem) -> Void)?>

    init(_ simulator: Simulator) { handler = Confined(simulator, nil) }

    var onBoot: ((BootedSystem) -> Void)? {
        get { handler.read { $0 } }
        set { handler.write { $0 = newValue } }
    }

    /// Whoever saw the boot recorded may have ended it already: then there is nothing to tell.
    func announce(_ booted: BootedSystem) {
        if booted.process.isAlive { onBoot?(booted) }
    }
}
