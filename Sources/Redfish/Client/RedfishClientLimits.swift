import Hardware

/// Bounds on what a client does for one call.
public enum RedfishClientLimits {
    /// How long one call may last, with all that it asks and asks again.
    public static let call = BMCLimits.call
    /// The same for one that reads or does much: media, inventories.
    public static let longCall = BMCLimits.listing
    /// Times that a request is sent anew where the service has no time for it.
    public static let retries = 4
    /// Before the first of them; it doubles with each.
    public static let firstPause: Duration = .milliseconds(500)
    public static let longestPause: Duration = .seconds(4)
    /// How long a service whose sessions are all taken is not asked for one.
    public static let sessionRest: Duration = .seconds(60)
    /// Times that a change is made anew on a state that has changed meanwhile.
    public static let conflicts = 3
    /// Members that are read of one collection, and pages.
    public static let members = 20_000
    public static let pages = 1000
    /// Bytes of an answer that are read. Ten thousand systems in full have about 20 MB.
    public static let answer = 32 << 20
    /// How long a call may last whose work is known to go on as a task (arrays, firmware), and
    /// between two looks at it where the service names no time (as sushy does).
    public static let task: Duration = .seconds(600)
    public static let taskInterval: Duration = .seconds(1)
    public static let longestTaskInterval: Duration = .seconds(10)
}
