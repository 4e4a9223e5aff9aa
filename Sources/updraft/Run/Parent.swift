import Glibc
import Harness

/// The process that waits for this one's run.
final class Parent {
    /// Questions between two looks whether the parent is there, which cost a system call each.
    private static let stride = 4096

    private let identifier: Int32?
    private var count = 0

    /// - Parameter identifier: of the process that waits, as that told it itself: it may be gone
    ///   before anybody asks. Nil where nobody does.
    init(_ identifier: Int32?) { self.identifier = identifier }

    /// Whether somebody wants the run to end, or nobody waits for it any more.
    func interruption() -> RunInterruption {
        count += 1
        if Signals.wantEnd { return .requested }
        guard let identifier, count % Self.stride == 0 else { return .none }
        return getppid() == identifier ? .none : .requested
    }
}
