/// What ended a run.
enum RunEnd: Equatable {
    /// The cloud was whole and held still.
    case settled
    /// A checker reported something.
    case violated
    /// Time was up.
    case timeUp
    /// The world could not go on.
    case found(RunFinding)
    /// Somebody stopped it.
    case interrupted
}
