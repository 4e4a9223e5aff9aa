/// Bounds on what one machine may say of itself.
public enum FactLimits {
    /// Facts of one machine. Large servers have thousands; more than this is a runaway tool.
    public static let facts = 1_000_000
    /// Bytes of one document.
    public static let documentBytes = 256 << 20
    /// How deep an inventory may be nested.
    public static let depth = 64
}
