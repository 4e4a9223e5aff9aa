/// Whether somebody wants a run to end.
public enum RunInterruption: Sendable, Hashable {
    case none, requested
}
