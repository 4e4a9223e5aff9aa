/// Whether a changed configuration comes into force at once.
public enum NetworkActivation: Sendable, Hashable {
    case restart
    /// Files are written, and devices left as they are.
    case filesOnly
}
