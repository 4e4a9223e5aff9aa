/// Why os-apply-config refuses, in its words where it has some.
public struct ApplyConfigError: Error, Hashable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }

    /// Whether trying again may help: metadata and templates stay as they are.
    public var isTransient: Bool { false }
}
