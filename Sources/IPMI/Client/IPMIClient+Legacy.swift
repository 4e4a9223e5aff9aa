/// Sessions of IPMI 1.5, with controllers that have no other (IPMI 2.0, sections 22.13 and 22.16
/// to 22.17).
extension IPMIClient {
    /// The channel that the question itself comes by.
    private static var thisChannel: UInt8 { 0x0E }
    /// Whoever knows IPMI 2.0 says so when this is set with the channel.
    private static var asksForCurrent: UInt8 { 0x80 }
    private static var challengeLength: Int { 16 }

    /// Begins a session of IPMI 1.5.
    mutating func openLegacy(_ index: Int, _ now: Duration, _ output: inout ClientOutput) {
        expectLegacy(index)
        hosts[index].phase = .asking
        let request = question(index, channel: Self.thisChannel)
        send(LegacyPacket(payload: request).datagram(signedBy: nil), index, now, &output)
    }

    /// Asks a controller that has not answered whether it has IPMI 2.0 at all.
    mutating func probe(_ index: Int, _ output: inout ClientOutput) {
        expectLegacy(index)
        let request = question(index, channel: Self.asksForCurrent | Self.thisChannel)
        output.datagrams.append(
            OutgoingDatagram(
                LegacyPacket(payload: request).datagram(signedBy: nil), to: hosts[index].peer))
    }

    /// Get Channel Authentication Capabilities.
    private mutating func question(_ index: Int, channel: UInt8) -> [UInt8] {
        let privilege = hosts[index].access.privilege.rawValue
        return request(index, Command(.application, 0x38), [channel, privilege])
    }

    private mutating func request(_ index: Int, _ command: Command, _ data: [UInt8]) -> [UInt8] {
        hosts[index].messageSequence = (hosts[index].messageSequence + 1) & 0x3F
        return IPMIMessage(request: command, sequence: hosts[index].messageSequence, data: data)
            .encoded()
    }

    private mutating func expectLegacy(_ index: Int) {
        let peer = hosts[index].peer
        guard legacyHosts[peer]?.contains(index) != true else { return }
        legacyHosts[peer, default: []].append(index)
    }

    /// Takes a packet of IPMI 1.5.
    mutating func receiveLegacy(
        _ bytes: ArraySlice<UInt8>, _ peer: DatagramPeer, _ now: Duration,
        _ generator: inout some RandomNumberGenerator, _ output: inout ClientOutput
    ) {
        guard let candidates = legacyHosts[peer],
            let packet = try? LegacyPacket(parsing: bytes),
            let message = try? IPMIMessage(parsing: packet.payload), message.isResponse
        else { return }
        for index in candidates where hosts[index].messageSequence == message.sequence {
            switch hosts[index].phase {
            case .opening where packet.session == .none && message.command.number == 0x38:
                return takeProbe(message, index, now, &output)
            case .asking where packet.session == .none && message.command.number == 0x38:
                return takeCapabilities(message, index, now, &output)
            case .challenging(let type)
            where packet.session == .none && message.command.number == 0x39:
                return takeChallenge(message, type, index, now, &generator, &output)
            case .activating(let activation) where message.command.number == 0x3A:
                return takeActivation(packet, message, activation, index, now, &generator, &output)
            case .active(let session) where session.id == packet.session:
                return takeMessage(packet, message, session, index, now, &generator, &output)
            default: break
            }
        }
    }

    /// A controller that knows IPMI 2.0 is asked on in it; it may have been busy.
    private mutating func takeProbe(
        _ message: IPMIMessage, _ index: Int, _ now: Duration, _ output: inout ClientOutput
    ) {
        let answer = Array(message.data)
        let hasCurrent =
            answer.count >= 5 && answer[0] == CompletionCode.ok.value
            && answer[2] & Self.asksForCurrent != 0 && answer[4] & 0x02 != 0
        guard !hasCurrent else { return }
        hosts[index].hasLegacyOnly = true
        end(index)
        openLegacy(index, now, &output)
        note(index)
    }

    private mutating func takeCapabilities(
        _ message: IPMIMessage, _ index: Int, _ now: Duration, _ output: inout ClientOutput
    ) {
        let answer = Array(message.data)
        guard answer.first == CompletionCode.ok.value, answer.count >= 3 else {
            return refuse("get channel authentication capabilities", answer, index, now, &output)
        }
        let access = hosts[index].access
        let types: [AuthenticationType] =
            access.version == .legacy ? [.md5, .password, .none] : [.md5]
        guard let type = types.first(where: { answer[2] & $0.mask != 0 }) else {
            return fail(index, .noSignature, now, &output)
        }
        let name = Secret(bytes: access.userName).padded(to: LegacyPacket.codeLength)
        let challenge = request(index, Command(.application, 0x39), [type.rawValue] + name)
        hosts[index].phase = .challenging(type)
        send(LegacyPacket(payload: challenge).datagram(signedBy: nil), index, now, &output)
        note(index)
    }

    private mutating func takeChallenge(
        _ message: IPMIMessage, _ type: AuthenticationType, _ index: Int, _ now: Duration,
        _ generator: inout some RandomNumberGenerator, _ output: inout ClientOutput
    ) {
        var reader = ByteReader(message.data)
        guard (try? reader.byte()) == CompletionCode.ok.value,
            let session = try? reader.uint32(),
            let challenge = try? reader.take(Self.challengeLength)
        else {
            return refuse("get session challenge", Array(message.data), index, now, &output)
        }
        let activation = LegacyActivation(
            type: type, session: SessionID(session), challenge: challenge,
            firstInbound: max(UInt32(truncatingIfNeeded: generator.next()), 1))
        hosts[index].messageSequence = (hosts[index].messageSequence + 1) & 0x3F
        hosts[index].phase = .activating(activation)
        let host = hosts[index]
        send(
            activation.datagram(for: host.access, sequence: host.messageSequence), index, now,
            &output)
        note(index)
    }

    /// The rest of the session may do without signatures, as the controller has it.
    private mutating func takeActivation(
        _ packet: LegacyPacket, _ message: IPMIMessage, _ activation: LegacyActivation,
        _ index: Int, _ now: Duration, _ generator: inout some RandomNumberGenerator,
        _ output: inout ClientOutput
    ) {
        var reader = ByteReader(message.data)
        guard (try? reader.byte()) == CompletionCode.ok.value else {
            return refuse("activate session", Array(message.data), index, now, &output)
        }
        guard packet.authentication == activation.type,
            packet.isSigned(by: hosts[index].access.password),
            let kind = try? reader.byte(), let type = AuthenticationType(rawValue: kind & 0x0F),
            type == activation.type || type == .none,
            let session = try? reader.uint32(), let first = try? reader.uint32()
        else { return }
        hosts[index].phase = .active(
            ClientHost.ActiveSession(
                id: SessionID(session), form: .legacy(type), outbound: first,
                inbound: .legacy(first: activation.firstInbound)))
        hosts[index].failures = 0
        end(index)
        proceed(index, now, &generator, &output)
        note(index)
    }

    private mutating func takeMessage(
        _ packet: LegacyPacket, _ message: IPMIMessage, _ session: ClientHost.ActiveSession,
        _ index: Int, _ now: Duration, _ generator: inout some RandomNumberGenerator,
        _ output: inout ClientOutput
    ) {
        var session = session
        guard case .legacy(packet.authentication) = session.form,
            packet.isSigned(by: hosts[index].access.password),
            session.inbound.accept(packet.sequence)
        else { return }
        takeAnswer(message, session, index, now, &generator, &output)
    }

    private mutating func refuse(
        _ name: String, _ answer: [UInt8], _ index: Int, _ now: Duration,
        _ output: inout ClientOutput
    ) {
        let error: IPMIError =
            switch (name, answer.first) {
            case (_, nil), (_, CompletionCode.ok.value): .malformed(name)
            case ("get session challenge", 0x81), ("get session challenge", 0x82):
                .handshake(.unauthorizedName)
            case ("activate session", 0x81), ("activate session", 0x82):
                .handshake(.noResources)
            case ("activate session", 0x83): .handshake(.noResourcesAtRole)
            case ("activate session", 0x86): .handshake(.unauthorizedRole)
            case (_, let code?): .command(name, CompletionCode(code))
            }
        fail(index, error, now, &output)
    }
}
