public import Hardware

/// Somebody asked a controller for its machine's power.
///
/// No journal tells of each: a cloud of thousands asks thousands of times an hour. Who judges how
/// often, and by whom, controllers are asked is shown every one.
public struct PowerLook: Sendable, Hashable {
    public let machine: MachineName
    /// The host of the process that asked.
    public let asker: HostAddress
    /// When it asked, and when it had its answer, or none; the world's own time.
    public let began: Instant
    public let at: Instant
    /// What it was told; nil where it got no answer.
    public let told: PowerState?

    public init(
        machine: MachineName, asker: HostAddress, began: Instant, at: Instant, told: PowerState?
    ) {
        self.machine = machine
        self.asker = asker
        self.began = began
        self.at = at
        self.told = told
    }
}
