/// Opening a session of IPMI 2.0 (sections 13.17 to 13.24).
extension FakeBMC {
    mutating func open(
        _ payload: ArraySlice<UInt8>, _ peer: DatagramPeer, _ now: Duration,
        _ generator: inout some RandomNumberGenerator
    ) -> [OutgoingDatagram] {
        guard let request = try? OpenSession.Request(parsing: payload) else { return [] }
        if let known = repeated(payload, peer) { return [known] }
        let suite: CipherSuite
        do throws(RAKPStatus) { suite = try choose(request, now) } catch {
            if error == .noResources { sessions.turnedAway += 1 }
            let refusal = OpenSession.Response(
                tag: request.tag, status: error, privilege: .user, console: request.console,
                controller: .none, authentication: 0, integrity: 0, confidentiality: 0)
            return [reply(.openSessionResponse, refusal.encoded(), peer)]
        }
        let index = sessions.begin(.current(suite), .opened, peer, at: now, using: &generator)
        let most = channel.privilegeLimit
        let asked = PrivilegeLevel(rawValue: request.privilege) ?? most
        sessions[index].console = request.console
        sessions[index].limit = min(asked, most)
        let response = OpenSession.Response(
            tag: request.tag, status: .ok, privilege: sessions[index].limit,
            console: request.console, controller: sessions[index].id,
            authentication: suite.authentication.rawValue, integrity: suite.integrity.rawValue,
            confidentiality: suite.confidentiality.rawValue)
        return [reply(.openSessionResponse, response.encoded(), peer, to: payload, in: index)]
    }

    /// The suite that a console proposes; it must name all three algorithms, or leave them open.
    private func choose(
        _ request: OpenSession.Request, _ now: Duration
    ) throws(RAKPStatus) -> CipherSuite {
        guard request.privilege <= PrivilegeLevel.oem.rawValue else { throw .invalidRole }
        guard request.console != .none else { throw .invalidSession }
        guard sessions.hasRoom(at: now) else { throw .noResources }
        let strongest = profile.suites.last ?? .suite3
        let authentication = request.authentication ?? strongest.authentication.rawValue
        let integrity = request.integrity ?? strongest.integrity.rawValue
        let confidentiality = request.confidentiality ?? strongest.confidentiality.rawValue
        guard let first = AuthenticationAlgorithm(rawValue: authentication) else {
            throw .invalidAuthentication
        }
        guard let second = IntegrityAlgorithm(rawValue: integrity) else {
            throw .invalidIntegrity
        }
        guard let third = ConfidentialityAlgorithm(rawValue: confidentiality) else {
            throw .invalidConfidentiality
        }
        guard let suite = CipherSuite(first, second, third), profile.suites.contains(suite)
        else { throw .noCipherSuite }
        return suite
    }

    mutating func shake(
        _ payload: ArraySlice<UInt8>, _ peer: DatagramPeer, _ now: Duration,
        _ generator: inout some RandomNumberGenerator
    ) -> [OutgoingDatagram] {
        guard let message = try? RAKPMessage.First(parsing: payload) else { return [] }
        if let known = repeated(payload, peer) { return [known] }
        if isKeptBack(message.controller, message.tag, peer) { return [] }
        guard let index = sessions.index(of: message.controller),
            case .current(let suite) = sessions[index].form,
            case .opened = sessions[index].stage
        else { return [refuse(message.tag, .invalidSession, .none, peer)] }
        let session = sessions[index]
        let found: Int
        do throws(RAKPStatus) { found = try user(message, session) } catch {
            sessions.remove(session.id)
            // A name that is refused is a failed log-in like a wrong password.
            guard error == .unauthorizedName else {
                return [refuse(message.tag, error, session.console, peer)]
            }
            return delay(session.id, session.console, error, message.tag, peer, now)
        }
        let exchange = RAKPExchange(
            algorithm: suite.authentication, console: session.console, controller: session.id,
            consoleRandom: message.consoleRandom,
            controllerRandom: generator.bytes(RAKPMessage.randomLength),
            controllerGUID: guid.bytes, role: message.role, userName: message.userName,
            password: users[found].secret, controllerKey: controllerKey.secret)
        sessions[index].user = found
        sessions[index].limit =
            PrivilegeLevel(rawValue: message.role & 0x0F) ?? sessions[index].limit
        sessions[index].stage = .shaken(exchange)
        sessions[index].lastUse = now
        let response = RAKPMessage.Second(
            tag: message.tag, status: .ok, console: session.console,
            controllerRandom: exchange.controllerRandom, controllerGUID: guid.bytes,
            code: exchange.controllerCode())
        return [reply(.rakp2, response.encoded(), peer, to: payload, in: index)]
    }

    /// Who wants to log in: by name alone, or by name and privilege (section 13.20).
    private func user(
        _ message: RAKPMessage.First, _ session: ServerSession
    ) throws(RAKPStatus) -> Int {
        guard message.userName.count <= RAKPMessage.longestName else { throw .invalidNameLength }
        guard let asked = PrivilegeLevel(rawValue: message.role & 0x0F), asked != .oem,
            message.role & 0xE0 == 0
        else { throw .invalidRole }
        guard asked <= channel.privilegeLimit, asked <= session.limit else {
            throw .unauthorizedRole
        }
        let named = users.indices.filter {
            users[$0].mayLogIn && users[$0].name == message.userName
        }
        guard let first = named.first else { throw .unauthorizedName }
        let isByName = message.role & RAKPMessage.First.nameOnlyLookup != 0
        let chosen = isByName ? first : named.first { may(users[$0], asked) } ?? first
        guard may(users[chosen], asked) else { throw .unauthorizedRole }
        return chosen
    }

    private func may(_ user: UserAccount, _ privilege: PrivilegeLevel) -> Bool {
        user.privilege.map { privilege <= $0 } ?? false
    }

    mutating func finish(
        _ payload: ArraySlice<UInt8>, _ peer: DatagramPeer, _ now: Duration
    ) -> [OutgoingDatagram] {
        guard let message = try? RAKPMessage.Third(parsing: payload) else { return [] }
        if let known = repeated(payload, peer) { return [known] }
        if isKeptBack(message.controller, message.tag, peer) { return [] }
        guard let index = sessions.index(of: message.controller),
            case .current(let suite) = sessions[index].form,
            case .shaken(let exchange) = sessions[index].stage
        else { return [refuseLast(message.tag, .invalidSession, .none, peer)] }
        // The console says that it does not like RAKP 2; nothing is to be answered.
        guard message.status == .ok else {
            sessions.remove(message.controller)
            return message.status == .invalidCheck ? countFailure() : []
        }
        guard ConstantTime.equal(message.code, exchange.consoleCode()) else {
            sessions.remove(message.controller)
            return delay(
                message.controller, exchange.console, .invalidCheck, message.tag, peer, now)
        }
        // Only whoever has shown the password makes others give way.
        guard sessions.makeRoom(at: now), let place = sessions.index(of: message.controller) else {
            sessions.remove(message.controller)
            sessions.turnedAway += 1
            return [refuseLast(message.tag, .noResources, exchange.console, peer)]
        }
        return [activate(place, suite, exchange, message.tag, payload, peer, now)]
    }

    private mutating func activate(
        _ index: Int, _ suite: CipherSuite, _ exchange: RAKPExchange, _ tag: UInt8,
        _ payload: ArraySlice<UInt8>, _ peer: DatagramPeer, _ now: Duration
    ) -> OutgoingDatagram {
        failures.succeed()
        let keys = exchange.keys()
        sessions[index].cipher = SessionCipher(suite: suite, keys: keys)
        sessions[index].stage = .active
        sessions[index].privilege = min(.user, sessions[index].limit)
        sessions[index].inbound = .current
        sessions[index].lastUse = now
        let response = RAKPMessage.Fourth(
            tag: tag, status: .ok, console: exchange.console,
            check: exchange.integrityCheck(keys))
        return reply(.rakp4, response.encoded(), peer, to: payload, in: index)
    }

    private func refuse(
        _ tag: UInt8, _ status: RAKPStatus, _ console: SessionID, _ peer: DatagramPeer
    ) -> OutgoingDatagram {
        let message = RAKPMessage.Second(tag: tag, status: status, console: console)
        return reply(.rakp2, message.encoded(), peer)
    }

    private func refuseLast(
        _ tag: UInt8, _ status: RAKPStatus, _ console: SessionID, _ peer: DatagramPeer
    ) -> OutgoingDatagram {
        let message = RAKPMessage.Fourth(tag: tag, status: status, console: console, check: [])
        return reply(.rakp4, message.encoded(), peer)
    }

    private func reply(
        _ type: PayloadType, _ bytes: [UInt8], _ peer: DatagramPeer
    ) -> OutgoingDatagram {
        OutgoingDatagram(SessionPacket.plain(type, bytes), to: peer)
    }

    /// Answers, and keeps the answer for a console that missed it.
    private mutating func reply(
        _ type: PayloadType, _ bytes: [UInt8], _ peer: DatagramPeer,
        to request: ArraySlice<UInt8>, in index: Int
    ) -> OutgoingDatagram {
        let answer = reply(type, bytes, peer)
        sessions[index].lastAnswer = (Array(request), answer.bytes)
        return answer
    }

    /// The answer that this very request was given before. It needs no further session.
    private func repeated(
        _ request: ArraySlice<UInt8>, _ peer: DatagramPeer
    ) -> OutgoingDatagram? {
        for index in sessions.sessions.indices where sessions[index].peer == peer {
            guard let last = sessions[index].lastAnswer, last.request[...] == request else {
                continue
            }
            return OutgoingDatagram(last.answer, to: peer)
        }
        return nil
    }

    private mutating func countFailure() -> [OutgoingDatagram] {
        _ = failures.fail()
        return []
    }

    /// Sends a refusal at once, or later where there were many in a row.
    private mutating func delay(
        _ session: SessionID, _ console: SessionID, _ status: RAKPStatus, _ tag: UInt8,
        _ peer: DatagramPeer, _ now: Duration
    ) -> [OutgoingDatagram] {
        let wait = failures.fail()
        let refusal = DelayedRefusal(
            due: now + wait, session: session, console: console, status: status, tag: tag,
            peer: peer)
        guard wait > .zero else { return [refusal.datagram] }
        if refusals.count < FakeBMCLimits.delayedRefusals { refusals.append(refusal) }
        return []
    }

    /// Whether a session was refused, and whoever asks again will still be told so.
    private mutating func isKeptBack(
        _ session: SessionID, _ tag: UInt8, _ peer: DatagramPeer
    ) -> Bool {
        let place = refusals.firstIndex { $0.session == session && $0.peer == peer }
        guard let place else { return false }
        refusals[place].tag = tag
        return true
    }
}
