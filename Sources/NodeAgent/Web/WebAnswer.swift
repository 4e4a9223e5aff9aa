/// What a service answers.
package struct WebAnswer: Sendable, Hashable {
    package let status: Int
    package let fields: [WebField]
    package let body: [UInt8]

    package init(_ status: Int, fields: [WebField] = [], body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }

    /// A field's value; case does not matter in its name.
    package subscript(name: String) -> String? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    var isSuccess: Bool { (200..<300).contains(status) }
    var text: String { String(decoding: body, as: UTF8.self) }
}
