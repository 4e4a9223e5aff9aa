/// What a request to change a node's power says (`PUT /nodes/…/states/power`).
public struct PowerBody: Sendable, Hashable {
    public let request: PowerRequest
    /// Longest that the change may take; nil where the request does not say.
    public let limit: Duration?

    /// - Throws: ``RecordRefusal/invalid(_:)`` for a target that is none, or a timeout of less than
    ///   a second.
    public init(_ body: JSONValue) throws(RecordRefusal) {
        guard let object = body.object else { throw .invalid("the body is a JSON object") }
        if let stranger = object.keys.filter({ $0 != "target" && $0 != "timeout" }).min() {
            throw .invalid("unexpected argument '\(stranger)'")
        }
        guard let request = object["target"]?.text.flatMap(PowerRequest.init(rawValue:)) else {
            throw .invalid("the requested power state \(object["target"] ?? .null) is none")
        }
        self.request = request
        guard let timeout = object["timeout"], timeout != .null else {
            limit = nil
            return
        }
        guard let seconds = timeout.integer ?? timeout.text.flatMap({ Int($0) }), seconds >= 1
        else { throw .invalid("'timeout' is a whole number of seconds above 0") }
        limit = .seconds(seconds)
    }
}
