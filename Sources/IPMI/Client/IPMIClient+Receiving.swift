/// What a client makes of answers.
extension IPMIClient {
    mutating func receive(
        _ bytes: ArraySlice<UInt8>, _ peer: DatagramPeer, _ now: Duration,
        _ generator: inout some RandomNumberGenerator, _ output: inout ClientOutput
    ) {
        let packet = try? SessionPacket(parsing: bytes) { id in
            guard let index = consoles[id], case .active(let session) = hosts[index].phase else {
                return nil
            }
            return session.form.cipher?.suite.integrity.codeLength
        }
        guard let packet else { return }
        switch packet.payloadType {
        case .openSessionResponse: takeOpened(packet, peer, now, &generator, &output)
        case .rakp2: takeSecond(packet, peer, now, &output)
        case .rakp4: takeFourth(packet, peer, now, &generator, &output)
        case .message: takeMessage(packet, peer, now, &generator, &output)
        case .serialOverLAN: takeConsole(packet, peer, now, &generator, &output)
        default: break
        }
    }

    /// The host whose handshake an answer belongs to; nil for one that is late or not for us.
    private func host(_ console: SessionID, _ tag: UInt8, _ peer: DatagramPeer) -> Int? {
        guard let index = consoles[console], hosts[index].peer == peer, hosts[index].tag == tag
        else { return nil }
        return index
    }

    private mutating func takeOpened(
        _ packet: SessionPacket, _ peer: DatagramPeer, _ now: Duration,
        _ generator: inout some RandomNumberGenerator, _ output: inout ClientOutput
    ) {
        guard let response = try? OpenSession.Response(parsing: packet.payload),
            let index = host(response.console, response.tag, peer) ?? refused(response, peer),
            case .opening = hosts[index].phase
        else { return }
        let access = hosts[index].access
        let suite = access.suites[hosts[index].suite]
        let isAsked =
            response.authentication == suite.authentication.rawValue
            && response.integrity == suite.integrity.rawValue
            && response.confidentiality == suite.confidentiality.rawValue
        guard response.status == .ok, isAsked, response.controller != .none else {
            let status = response.status == .ok ? RAKPStatus.noCipherSuite : response.status
            return refuseSuite(index, status, now, &generator, &output)
        }
        hosts[index].tag &+= 1
        let first = RAKPMessage.First(
            tag: hosts[index].tag, controller: response.controller,
            consoleRandom: generator.bytes(RAKPMessage.randomLength),
            role: access.privilege.rawValue | RAKPMessage.First.nameOnlyLookup,
            userName: access.userName)
        hosts[index].phase = .shaking(first, response.controller)
        send(.rakp1, first.encoded(), index, now, &output)
        note(index)
    }

    /// A refusal need not name the session it refuses.
    private func refused(_ response: OpenSession.Response, _ peer: DatagramPeer) -> Int? {
        guard response.status != .ok else { return nil }
        return hosts.indices.first {
            guard case .opening = hosts[$0].phase else { return false }
            return hosts[$0].peer == peer && hosts[$0].tag == response.tag
        }
    }

    private mutating func refuseSuite(
        _ index: Int, _ status: RAKPStatus, _ now: Duration,
        _ generator: inout some RandomNumberGenerator, _ output: inout ClientOutput
    ) {
        let isAboutSuite: Bool =
            switch status {
            case .noCipherSuite, .invalidAuthentication, .invalidIntegrity,
                .invalidConfidentiality, .illegalParameter:
                true
            default: false
            }
        guard isAboutSuite else { return fail(index, .handshake(status), now, &output) }
        guard hosts[index].suite + 1 < hosts[index].access.suites.count else {
            return fail(index, .noCipherSuite, now, &output)
        }
        hosts[index].suite += 1
        end(index)
        forget(index)
        proceed(index, now, &generator, &output)
        note(index)
    }

    private mutating func takeSecond(
        _ packet: SessionPacket, _ peer: DatagramPeer, _ now: Duration,
        _ output: inout ClientOutput
    ) {
        guard let second = try? RAKPMessage.Second(parsing: packet.payload),
            let index = host(second.console, second.tag, peer),
            case .shaking(let first, let controller) = hosts[index].phase
        else { return }
        guard second.status == .ok else {
            return fail(index, .handshake(second.status), now, &output)
        }
        let access = hosts[index].access
        let exchange = RAKPExchange(
            algorithm: access.suites[hosts[index].suite].authentication,
            console: hosts[index].console, controller: controller,
            consoleRandom: first.consoleRandom, controllerRandom: second.controllerRandom,
            controllerGUID: second.controllerGUID, role: first.role, userName: first.userName,
            password: access.password, controllerKey: access.controllerKey)
        hosts[index].tag &+= 1
        let isRight = ConstantTime.equal(second.code, exchange.controllerCode())
        let third = RAKPMessage.Third(
            tag: hosts[index].tag, status: isRight ? .ok : .invalidCheck, controller: controller,
            code: isRight ? exchange.consoleCode() : [])
        guard isRight else {
            // The controller is told, so that it need not keep the session's place.
            let bytes = SessionPacket.plain(.rakp3, third.encoded())
            output.datagrams.append(OutgoingDatagram(bytes, to: peer))
            return fail(index, .wrongPassword, now, &output)
        }
        hosts[index].phase = .finishing(exchange, exchange.keys())
        send(.rakp3, third.encoded(), index, now, &output)
        note(index)
    }

    private mutating func takeFourth(
        _ packet: SessionPacket, _ peer: DatagramPeer, _ now: Duration,
        _ generator: inout some RandomNumberGenerator, _ output: inout ClientOutput
    ) {
        guard let fourth = try? RAKPMessage.Fourth(parsing: packet.payload),
            let index = host(fourth.console, fourth.tag, peer),
            case .finishing(let exchange, let keys) = hosts[index].phase
        else { return }
        guard fourth.status == .ok else {
            return fail(index, .handshake(fourth.status), now, &output)
        }
        guard ConstantTime.equal(fourth.check, exchange.integrityCheck(keys)) else {
            return fail(index, .wrongKey, now, &output)
        }
        let suite = hosts[index].access.suites[hosts[index].suite]
        hosts[index].phase = .active(
            ClientHost.ActiveSession(
                id: exchange.controller,
                form: .current(SessionCipher(suite: suite, keys: keys))))
        hosts[index].failures = 0
        end(index)
        proceed(index, now, &generator, &output)
        note(index)
    }

    private mutating func takeMessage(
        _ packet: SessionPacket, _ peer: DatagramPeer, _ now: Duration,
        _ generator: inout some RandomNumberGenerator, _ output: inout ClientOutput
    ) {
        guard let index = consoles[packet.session], hosts[index].peer == peer,
            case .active(var session) = hosts[index].phase,
            let payload = try? session.form.cipher?.open(packet),
            session.inbound.accept(packet.sequence),
            let message = try? IPMIMessage(parsing: payload), message.isResponse
        else { return }
        takeAnswer(message, session, index, now, &generator, &output)
    }

    /// Takes an answer of a session that it is certain to come from.
    mutating func takeAnswer(
        _ message: IPMIMessage, _ session: ClientHost.ActiveSession, _ index: Int,
        _ now: Duration, _ generator: inout some RandomNumberGenerator,
        _ output: inout ClientOutput
    ) {
        var session = session
        session.hasAnswered = true
        let isRaise = if case .raise = hosts[index].purpose { true } else { false }
        let belongs =
            hosts[index].underWay != nil && message.sequence == hosts[index].messageSequence
        if belongs, isRaise { session.isRaised = true }
        hosts[index].phase = .active(session)
        guard belongs, let code = message.data.first else { return }
        let ticket = hosts[index].underWay?.ticket
        end(index)
        let data = Array(message.data.dropFirst())
        finish(index, ticket, CompletionCode(code), data, &output)
        proceed(index, now, &generator, &output)
        note(index)
    }

    private mutating func finish(
        _ index: Int, _ ticket: RequestTicket?, _ code: CompletionCode, _ data: [UInt8],
        _ output: inout ClientOutput
    ) {
        switch hosts[index].purpose {
        case .request:
            // Whoever has cancelled it is not told.
            guard let place = hosts[index].waiting.firstIndex(where: { $0.ticket == ticket })
            else { return }
            let done = hosts[index].waiting.remove(at: place)
            let isOK = code == .ok
            output.complete(
                done.ticket, isOK ? .success(data) : .failure(.command(done.request.name, code)))
        case .raise where code != .ok:
            // The session is of no use with less.
            let error = IPMIError.command("set session privilege", code)
            for request in hosts[index].waiting {
                output.complete(request.ticket, .failure(error))
            }
            hosts[index].waiting = []
        case .raise, .keepAlive: break
        }
    }

    /// Ends all that waits for a host, and leaves it alone for a while.
    mutating func fail(
        _ index: Int, _ error: IPMIError, _ now: Duration, _ output: inout ClientOutput
    ) {
        let waiting = hosts[index].waiting
        hosts[index].waiting = []
        for request in waiting { output.complete(request.ticket, .failure(error)) }
        backOff(index, now, &output)
    }
}
