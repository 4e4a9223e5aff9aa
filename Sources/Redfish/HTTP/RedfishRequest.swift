/// One request, whole. Printing it shows neither its header nor its body: both hold passwords.
public struct RedfishRequest: Sendable, Hashable {
    public let method: HTTPMethod
    /// Path and query as they stand in the request line.
    public let target: String
    public var fields: HTTPFields
    public let body: [UInt8]

    public init(
        _ method: HTTPMethod, _ target: String, fields: HTTPFields = [:], body: [UInt8] = []
    ) {
        self.method = method
        self.target = target
        self.fields = fields
        self.body = body
    }

    public init(
        _ method: HTTPMethod, _ target: String, fields: HTTPFields = [:], json: JSON
    ) {
        var fields = fields
        fields.add("Content-Type", "application/json")
        self.init(method, target, fields: fields, body: json.encoded())
    }
}

extension RedfishRequest: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    public var description: String { "\(method.text) \(target)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
