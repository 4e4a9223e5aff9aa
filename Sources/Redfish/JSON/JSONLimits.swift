/// Bounds on the JSON that is read.
public enum JSONLimits {
    /// Objects and lists inside each other. Redfish's schemas stay below 10.
    public static let depth = 32
    /// Members of one object. The largest attribute lists of firmware have about 2,000.
    public static let members = 10_000
}
