/// Serial consoles over the network (IPMI 2.0, chapter 15), as those who look at them see them.
extension IPMIClient {
    /// Takes over a console that the controller has just activated.
    ///
    /// - Parameter answer: to ``IPMIRequest/activateConsole``.
    public mutating func openConsole(
        _ host: HostNumber, answer: [UInt8]
    ) throws(IPMIError) {
        guard answer.count >= 8 else { throw .malformed(IPMIRequest.activateConsole.name) }
        var port = SOLPort()
        let room = Int(answer[4]) | Int(answer[5]) << 8
        // What the controller takes at once, its header with it; one that says nothing of use
        // takes what all do.
        if room > SOLPacket.headerLength { port.room = min(SOLPort.longest, room - 4) }
        hosts[host.index].serial = port
    }

    /// Forgets a console that was closed.
    public mutating func closeConsole(_ host: HostNumber) { hosts[host.index].serial = nil }

    /// Types on a machine's console; nothing happens where it is not open.
    public mutating func type(
        _ characters: [UInt8], to host: HostNumber, at now: Duration,
        using generator: inout some RandomNumberGenerator
    ) -> ClientOutput {
        var output = ClientOutput()
        hosts[host.index].serial?.enqueue(characters)
        sendConsole(host.index, now, &generator, &output)
        return output
    }

    /// Sends what is due of what was typed.
    mutating func sendConsole(
        _ index: Int, _ now: Duration, _ generator: inout some RandomNumberGenerator,
        _ output: inout ClientOutput
    ) {
        guard let packet = hosts[index].serial?.due(at: now) else { return }
        seal(packet, index, &generator, &output)
        note(index)
    }

    mutating func takeConsole(
        _ packet: SessionPacket, _ peer: DatagramPeer, _ now: Duration,
        _ generator: inout some RandomNumberGenerator, _ output: inout ClientOutput
    ) {
        guard let index = consoles[packet.session], hosts[index].peer == peer,
            case .active(var session) = hosts[index].phase,
            let payload = try? session.form.cipher?.open(packet),
            session.inbound.accept(packet.sequence),
            let console = try? SOLPacket(parsing: payload), session.serial != nil
        else { return }
        let taken = session.serial?.take(console)
        hosts[index].phase = .active(session)
        if let receipt = taken?.receipt { seal(receipt, index, &generator, &output) }
        if let characters = taken?.characters, !characters.isEmpty {
            output.consoles.append(
                ClientOutput.ConsoleNews(
                    host: HostNumber(index: index), characters: characters, isClosed: false))
        }
        if console.flags & SOLPacket.deactivating != 0 { return loseConsole(index, &output) }
        sendConsole(index, now, &generator, &output)
    }

    /// Tells that a console is gone, where there was one.
    mutating func loseConsole(_ index: Int, _ output: inout ClientOutput) {
        guard hosts[index].serial != nil else { return }
        hosts[index].serial = nil
        output.consoles.append(
            ClientOutput.ConsoleNews(
                host: HostNumber(index: index), characters: [], isClosed: true))
    }
}
