import World

/// What comes back to somebody who asked, if anything does.
enum CallOutcome: Sendable {
    case answered(Result<any Sendable, Rejection>)
    case refused
}
