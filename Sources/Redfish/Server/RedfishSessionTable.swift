/// The sessions of a service.
struct RedfishSessionTable: Sendable {
    private(set) var sessions: [RedfishSession] = []
    var timeout = RedfishLimits.idleSession
    /// Sessions that may be open at once.
    var limit = RedfishLimits.sessions
    /// Log-ins that were turned away because the table was full.
    private(set) var turnedAway = 0
    private var opened = 0

    /// The open session of the token, which is used now. Every token is compared to its end.
    mutating func use(_ token: String, at now: Duration) -> RedfishSession? {
        let token = Array(token.utf8)
        var found: Int?
        for index in sessions.indices where Self.equal(sessions[index].token, token) {
            found = index
        }
        guard let found else { return nil }
        sessions[found].lastUsed = now
        return sessions[found]
    }

    private static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for (one, other) in zip(left, right) { difference |= one ^ other }
        return difference == 0
    }

    /// Nil where the table is full.
    mutating func open(
        _ user: String, at now: Duration, using generator: inout some RandomNumberGenerator
    ) -> RedfishSession? {
        guard sessions.count < limit else {
            turnedAway += 1
            return nil
        }
        opened += 1
        // 256 bits, twice what DSP0266 asks for.
        let words = (0..<4).map { _ in generator.next() as UInt64 }
        let token = words.map(Self.digits).joined()
        let session = RedfishSession(
            id: String(opened), token: Array(token.utf8), user: user, created: now,
            lastUsed: now)
        sessions.append(session)
        return session
    }

    private static func digits(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    mutating func close(_ id: String) { sessions.removeAll { $0.id == id } }
    mutating func closeAll() { sessions = [] }
    mutating func closeAll(of user: String) { sessions.removeAll { $0.user == user } }

    mutating func expire(at now: Duration) {
        sessions.removeAll { $0.lastUsed + timeout <= now }
    }
}
