/// What stands behind a resource's type.
public enum ResourceImplementation: Sendable, Hashable {
    /// A type that the engine has of its own.
    case builtIn(String)
    /// A template, by the name under which it came.
    case template(String)
}
