/// Packets and sessions of IPMI 1.5 (IPMI 2.0, sections 13.13 to 13.15 and 22.16 to 22.17).
extension FakeBMC {
    private static var challengeLength: Int { 16 }

    mutating func receiveLegacy(
        _ bytes: ArraySlice<UInt8>, _ peer: DatagramPeer, _ now: Duration,
        _ generator: inout some RandomNumberGenerator
    ) -> [OutgoingDatagram] {
        guard let packet = try? LegacyPacket(parsing: bytes) else { return [] }
        guard packet.session == .none else {
            return receiveInSession(packet, peer, now, &generator)
        }
        guard packet.authentication == .none, packet.sequence == 0,
            let answer = answerOutside(packet.payload, false, peer, now, &generator)
        else { return [] }
        let reply = LegacyPacket(payload: answer.encoded())
        return [OutgoingDatagram(reply.datagram(signedBy: nil), to: peer)]
    }

    private mutating func receiveInSession(
        _ packet: LegacyPacket, _ peer: DatagramPeer, _ now: Duration,
        _ generator: inout some RandomNumberGenerator
    ) -> [OutgoingDatagram] {
        guard let index = sessions.index(of: packet.session),
            case .legacy(let type) = sessions[index].form, packet.authentication == type
        else { return [] }
        guard packet.isSigned(by: sessions[index].secret) else {
            if case .challenged = sessions[index].stage { _ = failures.fail() }
            return []
        }
        if case .challenged(let challenge) = sessions[index].stage {
            return activate(packet, index, challenge, peer, now, &generator)
        }
        if packet.sequence == 0, let last = sessions[index].lastAnswer,
            last.request.elementsEqual(packet.payload)
        {
            return [OutgoingDatagram(last.answer, to: peer)]
        }
        guard sessions[index].inbound.accept(packet.sequence) else { return [] }
        sessions[index].lastUse = now
        sessions[index].peer = peer
        guard let answer = answer(packet.payload, index, false, peer, now) else { return [] }
        let datagram = sign(answer, index)
        finishClosing()
        return [datagram]
    }

    private mutating func sign(_ message: IPMIMessage, _ index: Int) -> OutgoingDatagram {
        guard case .legacy(let type) = sessions[index].form else {
            preconditionFailure("Only sessions of IPMI 1.5 sign in its way.")
        }
        let packet = LegacyPacket(
            type, sequence: sessions[index].nextOutbound(), session: sessions[index].id,
            payload: message.encoded())
        return OutgoingDatagram(
            packet.datagram(signedBy: sessions[index].secret), to: sessions[index].peer)
    }

    /// Get Session Challenge.
    mutating func challenge(
        _ call: CommandCall, _ generator: inout some RandomNumberGenerator
    ) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(17)
        guard let type = AuthenticationType(rawValue: data[0] & 0x0F),
            profile.legacyTypes.contains(type)
        else { throw .invalidField }
        let name = Secret(bytes: data[1...]).bytes
        guard !name.isEmpty else { throw CompletionCode(0x82) }
        // A password of 20 bytes is for IPMI 2.0 alone.
        let found = users.indices.first {
            users[$0].mayLogIn && users[$0].name == name && !users[$0].hasLongPassword
        }
        guard let found else {
            _ = failures.fail()
            throw CompletionCode(0x81)
        }
        let challenge = generator.bytes(Self.challengeLength)
        let index = sessions.begin(
            .legacy(type), .challenged(challenge), call.peer, at: call.now, using: &generator)
        sessions[index].user = found
        sessions[index].secret = users[found].secret
        return [UInt8](little: sessions[index].id.value) + challenge
    }

    /// Activate Session, the one command that is taken under a challenge.
    private mutating func activate(
        _ packet: LegacyPacket, _ index: Int, _ challenge: [UInt8], _ peer: DatagramPeer,
        _ now: Duration, _ generator: inout some RandomNumberGenerator
    ) -> [OutgoingDatagram] {
        guard let request = try? IPMIMessage(parsing: packet.payload), !request.isResponse,
            request.command == Command(.application, 0x3A)
        else { return [] }
        guard sessions.makeRoom(at: now), let index = sessions.index(of: packet.session) else {
            let refusal = sign(request.response(CompletionCode(0x81), []), index)
            sessions.remove(packet.session)
            return [refusal]
        }
        do throws(CompletionCode) {
            let answer = try activate(Array(request.data), index, challenge, now, &generator)
            let datagram = sign(request.response(.ok, answer), index)
            sessions[index].lastAnswer = (Array(packet.payload), datagram.bytes)
            return [datagram]
        } catch {
            let refusal = sign(request.response(error, []), index)
            sessions.remove(packet.session)
            return [refusal]
        }
    }

    private mutating func activate(
        _ data: [UInt8], _ index: Int, _ challenge: [UInt8], _ now: Duration,
        _ generator: inout some RandomNumberGenerator
    ) throws(CompletionCode) -> [UInt8] {
        guard data.count == 22 else { throw .requestLength }
        guard case .legacy(let type) = sessions[index].form, data[0] & 0x0F == type.rawValue,
            ConstantTime.equal(data[2..<18], challenge),
            let asked = PrivilegeLevel(rawValue: data[1] & 0x0F)
        else { throw .invalidField }
        let most = min(users[sessions[index].user].privilege ?? .callback, channel.privilegeLimit)
        guard asked <= most else { throw CompletionCode(0x86) }
        let outbound = (0..<4).reduce(UInt32(0)) { $0 | UInt32(data[18 + $1]) << UInt32($1 * 8) }
        guard outbound != 0 else { throw CompletionCode(0x84) }
        let first = max(UInt32(truncatingIfNeeded: generator.next()), 1)
        failures.succeed()
        sessions[index].stage = .active
        sessions[index].limit = asked
        sessions[index].privilege = min(.user, asked)
        sessions[index].outbound = outbound
        sessions[index].inbound = .legacy(first: first)
        sessions[index].lastUse = now
        var answer = [type.rawValue]
        answer.append(little: sessions[index].id.value)
        answer.append(little: first)
        return answer + [asked.rawValue]
    }
}
