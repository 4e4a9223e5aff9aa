import Glibc

/// The thread a simulated world was made on. Everything in the world happens there.
@usableFromInline
struct WorldThread: Sendable {
    private let identity = pthread_self()

    @usableFromInline
    func check() {
        precondition(
            pthread_equal(identity, pthread_self()) != 0,
            "Something reached the simulated world from another thread: it waited on the real one."
        )
    }
}
