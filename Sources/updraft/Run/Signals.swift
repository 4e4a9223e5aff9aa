import Glibc
import Synchronization

/// Whether somebody asked this process to end: Ctrl-C, a terminal that was closed, or a
/// supervisor's SIGTERM.
enum Signals {
    private static let isEndRequested = Atomic(false)

    static var wantEnd: Bool { isEndRequested.load(ordering: .relaxed) }

    /// From now on the first signal asks, and a second one ends the process at once.
    static func watch() {
        // Touched here, since a signal handler must not be the first to make it.
        isEndRequested.store(false, ordering: .relaxed)
        // Whoever has started this may have kept signals from it, as some libraries do.
        var wanted = sigset_t()
        sigemptyset(&wanted)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            sigaddset(&wanted, number)
            signal(number) { received in
                Signals.isEndRequested.store(true, ordering: .relaxed)
                signal(received, SIG_DFL)
            }
        }
        pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
    }
}
