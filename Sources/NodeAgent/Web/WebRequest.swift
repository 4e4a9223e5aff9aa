/// A request to a service on the web.
package struct WebRequest: Sendable, Hashable {
    package var method: String
    package var address: String
    package var fields: [WebField]
    package var body: [UInt8]

    package init(
        _ method: String, _ address: String, fields: [WebField] = [], body: [UInt8] = []
    ) {
        self.method = method
        self.address = address
        self.fields = fields
        self.body = body
    }
}
