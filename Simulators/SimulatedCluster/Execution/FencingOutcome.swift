/// What a fencing device says of itself, which need not be true.
public enum FencingOutcome: String, Sendable, Hashable, CaseIterable {
    case succeeded, failed
}
