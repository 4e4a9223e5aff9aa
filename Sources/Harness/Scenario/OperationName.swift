public import Hardware

/// What is asked for, as scenarios and reports call it: `abort`, `power-off`.
public struct OperationName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
