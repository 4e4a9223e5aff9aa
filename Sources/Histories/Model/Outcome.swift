/// How an operation ended, as far as its client knows.
public enum Outcome: Sendable, Hashable {
    /// It took effect between its invocation and its completion.
    case ok(Observation)
    /// It had no effect and never will; the reason.
    case failed(String)
    /// It may have had its effect, may have it later, or never; the reason, such as `timed out`.
    case unknown(String)

    /// It took effect, and nothing more was told.
    public static let done = Outcome.ok(.done)
}
