/// A value that a template gives to whoever asks its stack.
public struct OutputDefinition: Sendable {
    public let name: String
    public let place: TemplatePlace
    public let value: Expression
    public var description: String?
    /// Nil where the output always has its value.
    public var condition: Expression?
}
