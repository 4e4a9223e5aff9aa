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
    /// Longest that a change of power which an operator asked for may take, per direction
    /// (`power_state_change_timeout`).
    public static let powerChange: Duration = .seconds(60)
    /// How often a guest is asked to shut down: a controller may forget to pass it on.
    public static let shutDownAttempts = 60
    /// Longest that a guest may take to shut down (`soft_power_off_timeout`).
    public static let softPowerOff: Duration = .seconds(600)
    /// How often a boot override is set before it is given up.
    public static let bootAttempts = 4
}
