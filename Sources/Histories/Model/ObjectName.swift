public import Hardware

/// What operations are about: a register, a key of a map, a queue, an account book, a service.
public struct ObjectName: Name {
    public let text: String

    public init(_ text: String) { self.text = text }
}
