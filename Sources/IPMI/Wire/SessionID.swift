/// What one end calls a session. Zero is no session.
struct SessionID: Sendable, Hashable {
    let value: UInt32

    init(_ value: UInt32) { self.value = value }

    static let none = SessionID(0)
}
