/// One open session. Printing it never shows its token.
struct RedfishSession: Sendable {
    let id: String
    let token: [UInt8]
    let user: String
    let created: Duration
    var lastUsed: Duration
}

extension RedfishSession: CustomStringConvertible, CustomReflectable {
    var description: String { "session \(id) of \(user)" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
