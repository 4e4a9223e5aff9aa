/// What a run needs of the real world around it.
public struct RunSurroundings {
    /// Time that passed for whoever waits for the run.
    public let wall: () -> Duration
    /// Whether somebody wants the run to end; asked between its steps.
    public let interruption: () -> RunInterruption

    public init(
        wall: @escaping () -> Duration, interruption: @escaping () -> RunInterruption
    ) {
        self.wall = wall
        self.interruption = interruption
    }
}
