/// All sessions of one controller, half-open ones with them. Bounded; empty it holds no memory.
struct SessionTable: Sendable {
    private(set) var sessions: [ServerSession] = []
    private var nextHandle: UInt8 = 1
    /// Sessions that may be open at once.
    var limit = FakeBMCLimits.activeSessions
    /// How long a session has said nothing that gives way in a full table; nil where none does.
    var staleAfter: Duration? = FakeBMCLimits.staleSession
    /// Log-ins that were turned away because the table was full.
    var turnedAway = 0

    var isEmpty: Bool { sessions.isEmpty }
    var activeCount: Int { sessions.count { $0.isActive } }
    /// When the next session ends by itself, or has something to send.
    var deadline: Duration? {
        var first: Duration?
        for index in sessions.indices {
            first = earlier(first, Self.end(of: sessions[index]))
            first = earlier(first, sessions[index].serial?.deadline)
        }
        return first
    }

    subscript(index: Int) -> ServerSession {
        _read { yield sessions[index] }
        _modify { yield &sessions[index] }
    }

    func index(of id: SessionID) -> Int? {
        guard id != .none else { return nil }
        return sessions.firstIndex { $0.id == id }
    }

    private static func end(of session: ServerSession) -> Duration {
        session.lastUse
            + (session.isActive ? FakeBMCLimits.idleSession : FakeBMCLimits.handshake)
    }

    /// Forgets the sessions whose time is over.
    mutating func expire(at now: Duration) {
        if sessions.isEmpty { return }
        sessions.removeAll { Self.end(of: $0) <= now }
    }

    /// A place for a new handshake; the oldest one gives way where there are too many.
    mutating func begin(
        _ form: ServerSession.Form, _ stage: ServerSession.Stage, _ peer: DatagramPeer,
        at now: Duration, using generator: inout some RandomNumberGenerator
    ) -> Int {
        expire(at: now)
        let waiting = sessions.indices.filter { !sessions[$0].isActive }
        if waiting.count >= FakeBMCLimits.halfOpenSessions {
            sessions.remove(at: waiting.min { sessions[$0].lastUse < sessions[$1].lastUse } ?? 0)
        }
        let id = freshID(using: &generator)
        sessions.append(
            ServerSession(
                id: id, handle: freshHandle(), form: form, stage: stage, peer: peer,
                lastUse: now))
        return sessions.count - 1
    }

    /// The session that would give way if one more were opened; nil where there is room.
    private func stalest() -> Int? {
        guard activeCount >= limit else { return nil }
        return sessions.indices.filter { sessions[$0].isActive }
            .min { sessions[$0].lastUse < sessions[$1].lastUse }
    }

    /// Whether one more session may be opened.
    func hasRoom(at now: Duration) -> Bool {
        guard activeCount >= limit else { return true }
        guard let index = stalest(), let staleAfter else { return false }
        return now - sessions[index].lastUse >= staleAfter
    }

    /// Makes room for one more session, if there is a stale one. Places in the table change.
    mutating func makeRoom(at now: Duration) -> Bool {
        guard hasRoom(at: now) else { return false }
        if let index = stalest() { sessions.remove(at: index) }
        return true
    }

    private func freshID(using generator: inout some RandomNumberGenerator) -> SessionID {
        while true {
            let id = SessionID(UInt32(truncatingIfNeeded: generator.next()))
            if id != .none, index(of: id) == nil { return id }
        }
    }

    private mutating func freshHandle() -> UInt8 {
        while sessions.contains(where: { $0.handle == nextHandle }) { advanceHandle() }
        defer { advanceHandle() }
        return nextHandle
    }

    /// FEh and FFh mean something else in Get Session Info, zero means none.
    private mutating func advanceHandle() { nextHandle = nextHandle >= 0xFD ? 1 : nextHandle + 1 }

    mutating func remove(_ id: SessionID) { sessions.removeAll { $0.id == id } }

    mutating func removeAll() { sessions = [] }

    mutating func removeAll(ofUser user: Int) { sessions.removeAll { $0.user == user } }
}
