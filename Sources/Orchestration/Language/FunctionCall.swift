/// A function where it is called.
public struct FunctionCall: Sendable {
    public let name: String
    public let place: TemplatePlace
    public let function: any TemplateFunction
}
