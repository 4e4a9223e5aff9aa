/// Why os-net-config refuses a configuration, in its words where it has some.
public struct NetworkConfigError: Error, Hashable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }

    /// Whether trying again may help: a configuration stays as it is.
    public var isTransient: Bool { false }
}
