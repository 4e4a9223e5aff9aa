/// What a client sends, and when it does so again.
extension IPMIClient {
    /// Begins what is next for a host, if nothing is under way.
    mutating func proceed(
        _ index: Int, _ now: Duration, _ generator: inout some RandomNumberGenerator,
        _ output: inout ClientOutput
    ) {
        let host = hosts[index]
        guard host.underWay == nil, !host.waiting.isEmpty, host.notBefore <= now, mayBegin(index)
        else { return }
        switch host.phase {
        case .active(let session):
            let needsRaise =
                !session.isRaised && host.access.privilege > .user
                && host.waiting.first?.request.needsRaise ?? false
            beginMessage(index, needsRaise ? .raise : .request, now, &generator, &output)
            if !needsRaise { hosts[index].lastUse = now }
        case .closed, .opening, .shaking, .finishing, .asking, .challenging, .activating:
            open(index, now, &generator, &output)
        }
    }

    private mutating func open(
        _ index: Int, _ now: Duration, _ generator: inout some RandomNumberGenerator,
        _ output: inout ClientOutput
    ) {
        forget(index)
        if hosts[index].hasLegacyOnly || hosts[index].access.version == .legacy {
            return openLegacy(index, now, &output)
        }
        var console = SessionID.none
        while console == .none || consoles[console] != nil {
            console = SessionID(UInt32(truncatingIfNeeded: generator.next()))
        }
        consoles[console] = index
        hosts[index].console = console
        hosts[index].tag &+= 1
        hosts[index].phase = .opening
        let access = hosts[index].access
        let request = OpenSession.Request(
            tag: hosts[index].tag, privilege: access.privilege, console: console,
            access.suites[hosts[index].suite])
        send(.openSessionRequest, request.encoded(), index, now, &output)
    }

    /// Sends a step of the handshake for the first time.
    mutating func send(
        _ type: PayloadType, _ payload: [UInt8], _ index: Int, _ now: Duration,
        _ output: inout ClientOutput
    ) {
        send(SessionPacket.plain(type, payload), index, now, &output)
    }

    mutating func send(
        _ bytes: [UInt8], _ index: Int, _ now: Duration, _ output: inout ClientOutput
    ) {
        begin(index, ClientHost.UnderWay(handshake: bytes))
        count(index, now)
        output.datagrams.append(OutgoingDatagram(bytes, to: hosts[index].peer))
    }

    mutating func beginMessage(
        _ index: Int, _ purpose: ClientHost.Purpose, _ now: Duration,
        _ generator: inout some RandomNumberGenerator, _ output: inout ClientOutput
    ) {
        hosts[index].purpose = purpose
        // The same number for each attempt, so that the controller knows a repetition.
        hosts[index].messageSequence = (hosts[index].messageSequence + 1) & 0x3F
        let isRequest = if case .request = purpose { true } else { false }
        let ticket = isRequest ? hosts[index].waiting.first?.ticket : nil
        begin(index, ClientHost.UnderWay(ticket: ticket))
        sendMessage(index, now, &generator, &output)
    }

    private func message(_ host: ClientHost) -> IPMIRequest? {
        switch host.purpose {
        case .raise:
            IPMIRequest(
                "set session privilege", Command(.application, 0x3B),
                [host.access.privilege.rawValue])
        case .request: host.waiting.first { $0.ticket == host.underWay?.ticket }?.request
        case .keepAlive: IPMIRequest("keep session", Command(.application, 0x01))
        }
    }

    private mutating func sendMessage(
        _ index: Int, _ now: Duration, _ generator: inout some RandomNumberGenerator,
        _ output: inout ClientOutput
    ) {
        guard let request = message(hosts[index]) else { return end(index) }
        count(index, now)
        hosts[index].lastSent = now
        seal(request, index, &generator, &output)
    }

    private mutating func seal(
        _ request: IPMIRequest, _ index: Int, _ generator: inout some RandomNumberGenerator,
        _ output: inout ClientOutput
    ) {
        guard case .active(var session) = hosts[index].phase else { return }
        let message = IPMIMessage(
            request: request.command, sequence: hosts[index].messageSequence, data: request.data)
        seal(.message, message.encoded(), &session, index, &generator, &output)
    }

    private mutating func seal(
        _ type: PayloadType, _ payload: [UInt8], _ session: inout ClientHost.ActiveSession,
        _ index: Int, _ generator: inout some RandomNumberGenerator, _ output: inout ClientOutput
    ) {
        let bytes: [UInt8]
        switch session.form {
        case .current(let cipher):
            bytes = cipher.seal(
                type, payload, session: session.id, sequence: session.outbound, using: &generator)
        case .legacy(let type):
            let packet = LegacyPacket(
                type, sequence: session.outbound, session: session.id, payload: payload)
            bytes = packet.datagram(signedBy: hosts[index].access.password)
        }
        session.outbound = session.outbound == .max ? 1 : session.outbound + 1
        hosts[index].phase = .active(session)
        output.datagrams.append(OutgoingDatagram(bytes, to: hosts[index].peer))
    }

    /// Sends a packet of the serial console.
    mutating func seal(
        _ packet: SOLPacket, _ index: Int, _ generator: inout some RandomNumberGenerator,
        _ output: inout ClientOutput
    ) {
        guard case .active(var session) = hosts[index].phase, session.form.cipher != nil else {
            return
        }
        seal(.serialOverLAN, packet.encoded(), &session, index, &generator, &output)
    }

    private mutating func count(_ index: Int, _ now: Duration) {
        let attempts = hosts[index].underWay?.attempts ?? 0
        hosts[index].underWay?.attempts = attempts + 1
        hosts[index].underWay?.retryAt = now + IPMIClientLimits.firstRetry * (1 << attempts)
    }

    /// What is due for a host by now.
    mutating func catchUp(
        _ index: Int, _ now: Duration, _ generator: inout some RandomNumberGenerator,
        _ output: inout ClientOutput
    ) {
        expire(index, now, &output)
        sendConsole(index, now, &generator, &output)
        if let underWay = hosts[index].underWay {
            if underWay.retryAt <= now { retry(index, underWay, now, &generator, &output) }
        } else if !hosts[index].waiting.isEmpty {
            proceed(index, now, &generator, &output)
        } else if hosts[index].isActive, hosts[index].lastSent + IPMIClientLimits.keepAlive <= now {
            keep(index, now, &generator, &output)
        }
    }

    /// Requests whose time is over.
    private mutating func expire(_ index: Int, _ now: Duration, _ output: inout ClientOutput) {
        let late = hosts[index].waiting.filter { $0.deadline <= now }
        guard !late.isEmpty else { return }
        let wasFirst = late.contains { $0.ticket == hosts[index].waiting.first?.ticket }
        hosts[index].waiting.removeAll { $0.deadline <= now }
        for request in late {
            output.complete(
                request.ticket, .failure(.timeout(waited: now - request.asked)))
        }
        if wasFirst, hosts[index].underWay != nil { backOff(index, now, &output) }
    }

    private mutating func retry(
        _ index: Int, _ underWay: ClientHost.UnderWay, _ now: Duration,
        _ generator: inout some RandomNumberGenerator, _ output: inout ClientOutput
    ) {
        if case .active(let session) = hosts[index].phase {
            let limit =
                session.hasAnswered
                ? IPMIClientLimits.attemptsInSession : IPMIClientLimits.attempts
            guard underWay.attempts >= limit else {
                return sendMessage(index, now, &generator, &output)
            }
            // The controller may have restarted and forgotten the session.
            loseConsole(index, &output)
            end(index)
            forget(index)
            return proceed(index, now, &generator, &output)
        }
        switch hosts[index].phase {
        case .opening:
            if hosts[index].access.version == .newest { probe(index, &output) }
            guard underWay.attempts == IPMIClientLimits.attemptsPerSuite,
                hosts[index].suite + 1 < hosts[index].access.suites.count
            else { break }
            // Some controllers say nothing to suites that they do not have.
            hosts[index].suite += 1
            end(index)
            return open(index, now, &generator, &output)
        case .activating where underWay.attempts >= IPMIClientLimits.attemptsToLogIn:
            // A signature with another password is dropped without a word.
            return fail(index, .unansweredLogIn, now, &output)
        default: break
        }
        guard underWay.attempts < IPMIClientLimits.attempts, let bytes = underWay.handshake else {
            hosts[index].suite = 0
            end(index)
            return proceed(index, now, &generator, &output)
        }
        count(index, now)
        output.datagrams.append(OutgoingDatagram(bytes, to: hosts[index].peer))
    }

    /// Leaves a host alone for a while, the longer the more often it has failed.
    mutating func backOff(_ index: Int, _ now: Duration, _ output: inout ClientOutput) {
        loseConsole(index, &output)
        end(index)
        forget(index)
        hosts[index].suite = 0
        hosts[index].hasLegacyOnly = false
        let factor = 1 << min(hosts[index].failures, 16)
        hosts[index].failures += 1
        hosts[index].notBefore =
            now + min(IPMIClientLimits.firstBackOff * factor, IPMIClientLimits.longestBackOff)
    }

    /// Forgets a session without a word.
    mutating func forget(_ index: Int) {
        consoles[hosts[index].console] = nil
        hosts[index].console = .none
        hosts[index].phase = .closed
    }

    private mutating func keep(
        _ index: Int, _ now: Duration, _ generator: inout some RandomNumberGenerator,
        _ output: inout ClientOutput
    ) {
        let isIdle = now - hosts[index].lastUse >= IPMIClientLimits.idleSession
        guard !isIdle || hosts[index].serial != nil else {
            return close(index, &generator, &output)
        }
        guard mayBegin(index) else { return }
        beginMessage(index, .keepAlive, now, &generator, &output)
    }

    mutating func close(
        _ index: Int, _ generator: inout some RandomNumberGenerator, _ output: inout ClientOutput
    ) {
        if case .active(let session) = hosts[index].phase {
            hosts[index].messageSequence = (hosts[index].messageSequence + 1) & 0x3F
            let request = IPMIRequest(
                "close session", Command(.application, 0x3C),
                [UInt8](little: session.id.value))
            seal(request, index, &generator, &output)
        }
        end(index)
        forget(index)
    }
}
