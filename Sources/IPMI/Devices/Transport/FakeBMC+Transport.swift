import Hardware

/// Configuration of the network and the serial console (IPMI 2.0, chapters 23 and 26).
extension FakeBMC {
    private static var notSupported: CompletionCode { CompletionCode(0x80) }
    private static var readOnly: CompletionCode { CompletionCode(0x82) }
    private static var revision: UInt8 { 0x11 }

    mutating func answerTransport(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        switch call.command.number {
        case 0x01: return try setLANParameter(call)
        case 0x02: return try lanParameter(call)
        case 0x03:
            let data = try call.bytes(2)
            try ChannelSettings.requireLAN(data[0])
            return [data[1] & 0x03]
        case 0x04:
            let data = try call.bytes(2)
            try ChannelSettings.requireLAN(data[0])
            return [UInt8](repeating: 0, count: 18)
        case 0x21: return try setSerialParameter(call)
        case 0x22: return try serialParameter(call)
        default: throw .invalidCommand
        }
    }

    // MARK: LAN

    private mutating func setLANParameter(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(3...)
        try ChannelSettings.requireLAN(data[0])
        let value = Array(data.dropFirst(2))
        let parameter = data[1]
        if parameter == 0 {
            try lan.setProgress(value)
            return []
        }
        guard lanDefault(parameter, 0) != nil else { throw Self.notSupported }
        guard ![1, 17, 22, 23].contains(parameter) else { throw Self.readOnly }
        let isTable = [18, 19, 25].contains(parameter)
        let block = isTable ? value[0] & 0x0F : 0
        guard let usual = lanDefault(parameter, block) else { throw .outOfRange }
        guard value.count == usual.count else { throw .requestLength }
        lan[parameter, block] = value
        return []
    }

    private func lanParameter(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(4)
        try ChannelSettings.requireLAN(data[0])
        // Bit 7 asks for the version alone.
        guard data[0] & 0x80 == 0 else { return [Self.revision] }
        let parameter = data[1]
        if parameter == 0 { return [Self.revision, lan.isInProgress ? 1 : 0] }
        guard lanDefault(parameter, 0) != nil else { throw Self.notSupported }
        let block = [18, 19, 25].contains(parameter) ? data[2] & 0x0F : 0
        guard let usual = lanDefault(parameter, block) else { throw .outOfRange }
        return [Self.revision] + (lan[parameter, block] ?? usual)
    }

    /// Table 23-4, as a controller on a network with a gateway has it; nil for what is not there.
    private func lanDefault(_ parameter: UInt8, _ block: UInt8) -> [UInt8]? {
        let types = profile.legacyTypes.reduce(0) { $0 | $1.mask }
        switch parameter {
        case 1: return [types]
        case 2: return [UInt8](repeating: types, count: 5)
        case 3: return address(place.ipv4)
        case 4: return [1]
        case 5: return macBytes
        case 6: return [255, 255, 255, 0]
        case 7: return [0x40, 0x40, 0x10]
        case 8: return [UInt8](little: place.port)
        case 9: return [0x98, 0x02]
        case 10: return [0x03]
        case 11: return [0x04]
        case 12: return address(place.ipv4 & 0xFFFF_FF00 | 1)
        case 13, 15: return [0, 0, 0, 0, 0, 0]
        case 14: return [0, 0, 0, 0]
        case 16: return Array("public".utf8) + [UInt8](repeating: 0, count: 12)
        case 17: return [1]
        case 18: return block <= 1 ? [block, 0, 3, 3] : nil
        case 19: return block <= 1 ? [block] + [UInt8](repeating: 0, count: 12) : nil
        case 20: return [0, 0]
        case 21: return [0]
        case 22: return [UInt8(profile.suites.count)]
        case 23: return suiteList
        case 24: return suitePrivileges
        case 25: return block <= 1 ? [block, 0, 0, 0] : nil
        case 26: return [0, 0, 0, 0, 0, 0]
        // IPv4 alone.
        case 50, 51: return [0]
        default: return nil
        }
    }

    private func address(_ ipv4: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: ipv4 >> (24 - 8 * UInt32($0))) }
    }

    private var macBytes: [UInt8] {
        (0..<6).map { UInt8(truncatingIfNeeded: place.mac.rawValue >> (40 - 8 * UInt64($0))) }
    }

    /// A reserved byte, then the numbers.
    private var suiteList: [UInt8] {
        [0] + profile.suites.prefix(16).map(\.id)
    }

    /// The most privilege that a suite may have, two of them a byte. Tools take the places for the
    /// suites' own numbers, and suite 0 in the first one for a hole.
    private var suitePrivileges: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 9)
        for suite in profile.suites where suite.id < 16 {
            bytes[1 + Int(suite.id) / 2] |= suite.id.isMultiple(of: 2) ? 0x04 : 0x40
        }
        return bytes
    }

    // MARK: Serial over LAN

    var isConsoleEnabled: Bool { serialParameter(1)[0] & 1 != 0 }

    var isConsoleEncryptionForced: Bool { serialParameter(2)[0] & 0x80 != 0 }

    var consolePrivilege: PrivilegeLevel {
        PrivilegeLevel(rawValue: serialParameter(2)[0] & 0x0F) ?? .user
    }

    /// Table 26-5.
    func serialParameter(_ number: UInt8) -> [UInt8] {
        if let value = serial[number] { return value }
        switch number {
        case 1: return [0x01]
        // User level; neither encryption nor signing is forced.
        case 2: return [0x02]
        // 60 ms, 96 characters.
        case 3: return [0x0C, 0x60]
        // Seven times, 500 ms apart.
        case 4: return [0x07, 0x32]
        // 115200 bit/s.
        case 5, 6: return [0x0A]
        case 7: return [ChannelSettings.lan]
        case 8: return [UInt8](little: place.port)
        default: return []
        }
    }

    private mutating func setSerialParameter(_ call: CommandCall) throws(CompletionCode) -> [UInt8]
    {
        let data = try call.bytes(3...)
        try ChannelSettings.requireLAN(data[0])
        let value = Array(data.dropFirst(2))
        switch data[1] {
        case 0: try serial.setProgress(value)
        case 1...6:
            guard value.count == serialParameter(data[1]).count else { throw .requestLength }
            serial[data[1]] = value
        case 7, 8: throw Self.readOnly
        default: throw Self.notSupported
        }
        return []
    }

    private func serialParameter(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(4)
        try ChannelSettings.requireLAN(data[0])
        guard data[0] & 0x80 == 0 else { return [Self.revision] }
        if data[1] == 0 { return [Self.revision, serial.isInProgress ? 1 : 0] }
        let value = serialParameter(data[1])
        guard !value.isEmpty else { throw Self.notSupported }
        return [Self.revision] + value
    }
}
