/// Bounds on what is kept for those who give a running program orders.
public enum ControlSocketLimits {
    /// Those who are connected at once; further ones wait.
    public static let connections = 16
    /// Bytes of an order.
    public static let order = 1 << 20
    /// Bytes of an answer.
    public static let answer = 64 << 20
    /// How long the other side may take for its part.
    public static let patience: Duration = .seconds(10)
}
