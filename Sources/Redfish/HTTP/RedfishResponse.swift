/// One answer, whole.
public struct RedfishResponse: Sendable, Hashable {
    public let status: Int
    public var fields: HTTPFields
    public var body: [UInt8]
    /// How long whoever sends it keeps it back; above zero only for log-ins that failed often.
    public var delay: Duration = .zero

    public init(_ status: Int, fields: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }

    init(_ status: Int, fields: HTTPFields = [:], json: JSON) {
        self.init(status, fields: fields, body: json.encoded())
        self.fields.add("Content-Type", "application/json; charset=utf-8")
    }

    /// Its body as JSON; nil where it is none.
    public var json: JSON? { try? JSON(parsing: body) }

    public var isSuccess: Bool { (200..<300).contains(status) }
}
