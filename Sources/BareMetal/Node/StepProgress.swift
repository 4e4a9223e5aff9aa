public import World

/// Where the steps of a deployment or cleaning stand, as far as a new conductor must know.
public struct StepProgress: Sendable, Hashable, Codable {
    public var step: StepName
    /// The command that an agent was given for it.
    public var command: Identifier?
    /// Which life of the agent was given it.
    public var life: Identifier?
    /// How often it was started.
    public var attempts: Int

    public init(step: StepName, command: Identifier?, life: Identifier?, attempts: Int) {
        self.step = step
        self.command = command
        self.life = life
        self.attempts = attempts
    }
}
