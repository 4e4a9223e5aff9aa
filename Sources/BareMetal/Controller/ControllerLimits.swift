import Hardware

/// Bounds on how long a controller is asked for the same thing.
public enum ControllerLimits {
    /// Tries of a call that fails in passing: 5 × (20 s + 5 s), about 2 minutes.
    public static let callAttempts = 5
    public static let callInterval: Duration = .seconds(5)
    /// How often a change of power is asked for before it is given up.
    public static let powerAttempts = 4
    /// Looks after each time it was asked for: 20 × 3 s, one minute.
    public static let powerLooks = 20
    public static let powerLookInterval: Duration = .seconds(3)
    /// What a command takes to come into effect on most boards, where nothing can be seen of it.
    public static let powerSettling: Duration = .seconds(6)
    /// How often a boot override is set before it is given up.
    public static let bootAttempts = 4
}
