/// Payloads: what else goes over a session, the serial console first (IPMI 2.0, chapter 24).
extension FakeBMC {
    private static var consoleInstance: UInt8 { 1 }

    mutating func answerPayload(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        switch call.command.number {
        case 0x48: try activatePayload(call)
        case 0x49: try deactivatePayload(call)
        case 0x4A: try payloadStatus(call)
        case 0x4B: try payloadInstance(call)
        case 0x4C: try setPayloadAccess(call)
        case 0x4D: try payloadAccess(call)
        case 0x4E: try payloadSupport(call)
        default: try payloadVersion(call)
        }
    }

    private func requireConsole(_ data: [UInt8]) throws(CompletionCode) {
        guard data[0] & 0x3F == PayloadType.serialOverLAN.code,
            data[1] & 0x0F == Self.consoleInstance
        else { throw .invalidField }
    }

    /// Which session has the console.
    private var consoleHolder: Int? {
        sessions.sessions.firstIndex { $0.serial != nil }
    }

    private mutating func activatePayload(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(6)
        try requireConsole(data)
        guard let index = call.session, sessions[index].isCurrent,
            let cipher = sessions[index].cipher
        else { throw .wrongState }
        guard isConsoleEnabled else { throw CompletionCode(0x81) }
        guard users[sessions[index].user].payloads[0] & 0x02 != 0,
            sessions[index].privilege >= consolePrivilege
        else { throw .privilege }
        // Its own holder may ask again: it has missed the answer.
        guard consoleHolder == nil || consoleHolder == index else { throw CompletionCode(0x80) }
        let wantsEncryption = data[2] & 0x80 != 0
        let isEncrypted = cipher.suite.confidentiality != .none
        guard isEncrypted || !wantsEncryption, isEncrypted || !isConsoleEncryptionForced else {
            throw CompletionCode(0x84)
        }
        var port = sessions[index].serial ?? SOLPort()
        let retry = serialParameter(4)
        port.retries = Int(retry[0] & 0x07)
        port.interval = .milliseconds(10) * max(Int(retry[1]), 1)
        sessions[index].serial = port
        var answer: [UInt8] = [0, 0, 0, 0]
        answer.append(little: UInt16(SOLPort.longest + SOLPacket.headerLength))
        answer.append(little: UInt16(SOLPort.longest + SOLPacket.headerLength))
        answer.append(little: place.port)
        // No VLAN.
        return answer + [0xFF, 0xFF]
    }

    private mutating func deactivatePayload(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(6)
        try requireConsole(data)
        guard let holder = consoleHolder else { throw CompletionCode(0x80) }
        sessions[holder].serial = nil
        if holder != call.session { consoleLoser = sessions[holder].id }
        return []
    }

    private func payloadStatus(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(1)
        guard data[0] & 0x3F == PayloadType.serialOverLAN.code else { throw .invalidField }
        return [1, consoleHolder == nil ? 0 : 1, 0]
    }

    private func payloadInstance(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(2)
        try requireConsole(data)
        let id = consoleHolder.map { sessions[$0].id } ?? .none
        return [UInt8](little: id.value) + [1, 0, 0, 0, 0, 0, 0, 0]
    }

    private mutating func setPayloadAccess(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(6)
        try ChannelSettings.requireLAN(data[0])
        let place = try userPlace(data[1])
        guard data[1] >> 6 <= 1 else { throw .invalidField }
        let isEnabling = data[1] >> 6 == 0
        for index in 0..<4 {
            let old = users[place].payloads[index]
            users[place].payloads[index] =
                isEnabling ? old | data[2 + index] : old & ~data[2 + index]
        }
        return []
    }

    private func payloadAccess(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(2)
        try ChannelSettings.requireLAN(data[0])
        return users[try userPlace(data[1])].payloads
    }

    /// Messages and the serial console, and the payloads that open a session.
    private func payloadSupport(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(1)
        try ChannelSettings.requireLAN(data[0])
        return [0x03, 0x00, 0x3F, 0x00, 0, 0, 0, 0]
    }

    private func payloadVersion(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(2)
        try ChannelSettings.requireLAN(data[0])
        let type = data[1] & 0x3F
        guard type <= 1 || (0x10...0x15).contains(type) else { throw CompletionCode(0x80) }
        return [0x10]
    }
}
