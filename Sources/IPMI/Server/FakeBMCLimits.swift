/// Bounds on what a fake controller keeps for those who speak to it.
public enum FakeBMCLimits {
    /// Sessions that are open at once; IPMI counts them in six bits.
    public static let activeSessions = 63
    /// In a full table, a session that has said nothing for this long gives way to a new one:
    /// tools that were killed do not say good-bye.
    public static let staleSession: Duration = .seconds(15)
    /// Handshakes that are under way at once. One more takes the place of the oldest, so that
    /// nobody is locked out by handshakes that never end.
    public static let halfOpenSessions = 16
    /// How long a handshake may take; IPMI 2.0 asks for a minute at most, tools for far less.
    public static let handshake: Duration = .seconds(20)
    /// How long a session lives that says nothing (IPMI 2.0, section 6.12.15: 60 s ± 3 s).
    public static let idleSession: Duration = .seconds(60)
    /// Failed log-ins in a row whose refusal is sent at once.
    public static let freeFailures = 3
    /// How long the refusal of the next one waits; it doubles with each.
    public static let firstDelay: Duration = .milliseconds(250)
    public static let longestDelay: Duration = .seconds(2)
    /// Refusals that wait at once; a further one is not sent at all.
    public static let delayedRefusals = 16
    /// Users, the unnamed one with them.
    public static let users = 16
    /// Bytes of a FRU, and of a record in the sensor repository.
    public static let inventoryLength = 2048
    public static let sensorRecords = 512
    /// Characters from the machine that wait for the console.
    public static let consoleBacklog = 4096
    /// From an accepted reset of the controller until it forgets its sessions, so that its answer
    /// is still signed and the asker may say good-bye.
    public static let resetDelay: Duration = .milliseconds(300)
    /// How long boot flags wait for a boot (IPMI 2.0, section 28.12).
    public static let bootFlags: Duration = .seconds(60)
}
