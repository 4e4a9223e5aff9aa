public import Hardware

/// Bounds on an agent's patience.
public enum AgentLimits {
    /// One question to the service.
    public static let call: Duration = .seconds(30)
    /// Between two tries of a question that got no answer.
    public static let retryInterval: Duration = .seconds(10)
    /// Tries to find out which node this is: 60 × (10 s + at most 30 s), 10 to 40 minutes.
    public static let lookups = 60
    /// Tries to hand in an inventory.
    public static let inventories = 60
    /// Tries to tell that a command has ended; the regular heartbeats tell it as well.
    public static let endings = 60
    /// Tries to signal what came of a deployment, over an hour and more: heat-config's own notifier
    /// gives up after ten, and the stack then waits for what nobody will tell.
    public static let signals = 240
    /// Downloads of one image before the command fails, from one server or from several in turn.
    public static let downloads = 4
    /// Passes over what there is of software RAID before its removal fails, as many as
    /// ironic-python-agent makes.
    public static let raidRemovals = 2
    /// A heartbeat follows the last after this part of the timeout (ironic-python-agent: 0.3–0.6).
    public static let heartbeatSpread = 0.3...0.6
    /// A disk that reads what it has just taken more slowly than this fails by being slow. The
    /// slowest healthy disk of a slow machine is twice as fast.
    public static let leastDiskRate = Bandwidth.megabytes(15)
}
