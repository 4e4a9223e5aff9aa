/// Packets of IPMI 2.0.
extension FakeBMC {
    mutating func receiveCurrent(
        _ bytes: ArraySlice<UInt8>, _ peer: DatagramPeer, _ now: Duration,
        _ generator: inout some RandomNumberGenerator
    ) -> [OutgoingDatagram] {
        guard !profile.suites.isEmpty else { return [] }
        let packet = try? SessionPacket(parsing: bytes) { id in
            sessions.index(of: id).flatMap { sessions[$0].cipher?.suite.integrity.codeLength }
        }
        guard let packet else { return [] }
        if packet.session != .none { return receiveInSession(packet, peer, now, &generator) }
        guard !packet.isEncrypted, !packet.isAuthenticated else { return [] }
        switch packet.payloadType {
        case .message:
            guard let answer = answerOutside(packet.payload, true, peer, now, &generator) else {
                return []
            }
            return [OutgoingDatagram(SessionPacket.plain(.message, answer.encoded()), to: peer)]
        case .openSessionRequest: return open(packet.payload, peer, now, &generator)
        case .rakp1: return shake(packet.payload, peer, now, &generator)
        case .rakp3: return finish(packet.payload, peer, now)
        default: return []
        }
    }

    /// Unlike a packet of the handshake, one in a session is answered only if it is right in
    /// every way: signed, encrypted, in its window and for the first time.
    private mutating func receiveInSession(
        _ packet: SessionPacket, _ peer: DatagramPeer, _ now: Duration,
        _ generator: inout some RandomNumberGenerator
    ) -> [OutgoingDatagram] {
        guard let index = sessions.index(of: packet.session), sessions[index].isActive,
            let cipher = sessions[index].cipher, let payload = try? cipher.open(packet),
            sessions[index].inbound.accept(packet.sequence)
        else { return [] }
        sessions[index].lastUse = now
        sessions[index].peer = peer
        switch packet.payloadType {
        case .message:
            guard let answer = answer(payload, index, true, peer, now) else { return [] }
            let datagram = seal(.message, answer.encoded(), index, cipher, &generator)
            let notice = tellConsoleLoser(&generator)
            finishClosing()
            return [datagram] + notice
        case .serialOverLAN: return receiveConsole(payload, index, now, &generator)
        default: return []
        }
    }

    mutating func seal(
        _ type: PayloadType, _ payload: [UInt8], _ index: Int, _ cipher: SessionCipher,
        _ generator: inout some RandomNumberGenerator
    ) -> OutgoingDatagram {
        let sequence = sessions[index].nextOutbound()
        let console = sessions[index].console
        let bytes = cipher.seal(
            type, payload, session: console, sequence: sequence, using: &generator)
        return OutgoingDatagram(bytes, to: sessions[index].peer)
    }

    mutating func finishClosing() {
        guard let id = closing else { return }
        sessions.remove(id)
        closing = nil
    }
}
