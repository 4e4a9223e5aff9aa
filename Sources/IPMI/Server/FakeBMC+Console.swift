import Hardware

/// Serial over LAN (IPMI 2.0, chapter 15).
extension FakeBMC {
    mutating func receiveConsole(
        _ payload: ArraySlice<UInt8>, _ index: Int, _ now: Duration,
        _ generator: inout some RandomNumberGenerator
    ) -> [OutgoingDatagram] {
        guard let packet = try? SOLPacket(parsing: payload), sessions[index].serial != nil,
            let cipher = sessions[index].cipher,
            let taken = sessions[index].serial?.take(packet)
        else { return [] }
        if !taken.characters.isEmpty, !host.receive(console: taken.characters) {
            sessions[index].serial?.enqueue(taken.characters)
        }
        var datagrams: [OutgoingDatagram] = []
        if let receipt = taken.receipt {
            datagrams.append(
                seal(.serialOverLAN, receipt.encoded(), index, cipher, &generator))
        }
        return datagrams + sendConsole(index, now, &generator)
    }

    mutating func sendConsole(
        _ index: Int, _ now: Duration, _ generator: inout some RandomNumberGenerator
    ) -> [OutgoingDatagram] {
        guard let cipher = sessions[index].cipher,
            let packet = sessions[index].serial?.due(at: now)
        else { return [] }
        return [seal(.serialOverLAN, packet.encoded(), index, cipher, &generator)]
    }

    /// Tells a session whose console was given to nobody by another that it has ended.
    mutating func tellConsoleLoser(
        _ generator: inout some RandomNumberGenerator
    ) -> [OutgoingDatagram] {
        guard let id = consoleLoser else { return [] }
        consoleLoser = nil
        guard let index = sessions.index(of: id), let cipher = sessions[index].cipher else {
            return []
        }
        let notice = SOLPacket(
            acknowledging: 0, accepted: 0, flags: SOLPacket.deactivating)
        return [seal(.serialOverLAN, notice.encoded(), index, cipher, &generator)]
    }
}
