/// Why a request is refused: the status, and what the body says.
struct RedfishFault: Error, Sendable, Hashable {
    let status: Int
    let message: RedfishMessage
    var fields: HTTPFields

    init(_ status: Int, _ message: RedfishMessage, fields: HTTPFields = [:]) {
        self.status = status
        self.message = message
        self.fields = fields
    }

    var response: RedfishResponse {
        let error: JSON = [
            "code": .text("\(RedfishMessage.registry).\(message.key)"),
            "message": .text(message.text),
            "@Message.ExtendedInfo": [message.json],
        ]
        return RedfishResponse(status, fields: fields, json: ["error": error])
    }
}
