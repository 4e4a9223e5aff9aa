/// Channels, their authentication and cipher suites.
extension FakeBMC {
    func authenticationCapabilities(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(2)
        guard try ChannelSettings.resolve(data[0]) == ChannelSettings.lan,
            PrivilegeLevel(rawValue: data[1] & 0x0F) != nil
        else { throw .invalidField }
        let asksForCurrent = data[0] & 0x80 != 0 && !profile.suites.isEmpty
        let types = profile.legacyTypes.reduce(0) { $0 | $1.mask }
        // Named users only; a key of the controller's own is told, so that tools ask for it.
        let status: UInt8 = 0x04 | (controllerKey.secret == nil ? 0 : 0x20)
        return [
            ChannelSettings.lan, types | (asksForCurrent ? 0x80 : 0), status,
            asksForCurrent ? 0x03 : 0, 0, 0, 0, 0,
        ]
    }

    func cipherSuites(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(3)
        try ChannelSettings.requireLAN(data[0])
        guard data[1] & 0x3F <= 1 else { throw .invalidField }
        let isBySuite = data[2] & 0x80 != 0
        let all = isBySuite ? suiteRecords : algorithmList
        let start = Int(data[2] & 0x3F) * 16
        return [ChannelSettings.lan] + all.dropFirst(start).prefix(16)
    }

    private static var suiteTag: UInt8 { 0xC0 }
    private static var integrityTag: UInt8 { 0x40 }
    private static var confidentialityTag: UInt8 { 0x80 }

    private var suiteRecords: [UInt8] {
        profile.suites.flatMap {
            [
                Self.suiteTag, $0.id, $0.authentication.rawValue,
                Self.integrityTag | $0.integrity.rawValue,
                Self.confidentialityTag | $0.confidentiality.rawValue,
            ]
        }
    }

    /// Each algorithm once.
    private var algorithmList: [UInt8] {
        let authentication = AuthenticationAlgorithm.allCases.filter { algorithm in
            profile.suites.contains { $0.authentication == algorithm }
        }
        let integrity = IntegrityAlgorithm.allCases.filter { algorithm in
            profile.suites.contains { $0.integrity == algorithm }
        }
        let confidentiality = ConfidentialityAlgorithm.allCases.filter { algorithm in
            profile.suites.contains { $0.confidentiality == algorithm }
        }
        return authentication.map(\.rawValue)
            + integrity.map { Self.integrityTag | $0.rawValue }
            + confidentiality.map { Self.confidentialityTag | $0.rawValue }
    }

    mutating func answerChannel(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        switch call.command.number {
        case 0x40: return try setChannelAccess(call)
        case 0x41: return try channelAccess(call)
        default: return try channelInfo(call)
        }
    }

    private mutating func setChannelAccess(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(3)
        guard try ChannelSettings.resolve(data[0]) == ChannelSettings.lan else {
            // Only channels with sessions have access modes.
            throw CompletionCode(0x82)
        }
        let (accessMode, limitMode) = (data[1] >> 6, data[2] >> 6)
        guard accessMode != 3, limitMode != 3 else { throw .invalidField }
        if accessMode == 1 { channel.storedAccess = data[1] & 0x3F }
        if accessMode == 2 { channel.access = data[1] & 0x3F }
        if limitMode != 0 {
            guard let limit = PrivilegeLevel(rawValue: data[2] & 0x0F) else {
                throw .invalidField
            }
            if limitMode == 1 {
                channel.storedLimit = limit
            } else {
                channel.privilegeLimit = limit
            }
        }
        return []
    }

    private func channelAccess(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(2)
        guard try ChannelSettings.resolve(data[0]) == ChannelSettings.lan else {
            throw CompletionCode(0x82)
        }
        switch data[1] >> 6 {
        case 1: return [channel.storedAccess, channel.storedLimit.rawValue]
        case 2: return [channel.access, channel.privilegeLimit.rawValue]
        default: throw .invalidField
        }
    }

    private func channelInfo(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(1)
        let number = try ChannelSettings.resolve(data[0])
        // IPMI's own number as the protocol's vendor.
        let vendor: [UInt8] = [0xF2, 0x1B, 0x00]
        switch number {
        case ChannelSettings.lan:
            let count = UInt8(min(sessions.activeCount, 63))
            return [number, 0x04, 0x01, 0x80 | count] + vendor + [0, 0]
        case ChannelSettings.system: return [number, 0x0C, 0x05, 0x00] + vendor + [0xFF, 0xFF]
        default: return [number, 0x01, 0x01, 0x00] + vendor + [0, 0]
        }
    }

    /// Reads, sets or locks one of the channel's two keys (section 22.25).
    mutating func setChannelKey(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(3...)
        try ChannelSettings.requireLAN(data[0])
        let key: WritableKeyPath<FakeBMC, ChannelKey> = try Self.channelKey(data[2])
        let value = data.dropFirst(3)
        let isSetting = data[1] & 0x03 == 1
        guard value.count == (isSetting ? Secret.longest : 0) else { throw .requestLength }
        switch data[1] & 0x03 {
        case 0:
            // Locked, it is not told.
            guard !self[keyPath: key].isLocked else { throw CompletionCode(0x80) }
            return [2] + (self[keyPath: key].secret ?? .empty).padded(to: Secret.longest)
        case 1:
            guard !self[keyPath: key].isLocked else { throw CompletionCode(0x80) }
            let secret = Secret(bytes: value)
            self[keyPath: key].secret = secret.isEmpty ? nil : secret
        case 2: self[keyPath: key].isLocked = true
        default: throw .invalidField
        }
        return [self[keyPath: key].isLocked ? 1 : 2]
    }

    private static func channelKey(
        _ number: UInt8
    ) throws(CompletionCode) -> WritableKeyPath<FakeBMC, ChannelKey> {
        switch number {
        // For suites that sign with it instead of a password, of which there is none.
        case 0: \.consoleKey
        case 1: \.controllerKey
        default: throw .invalidField
        }
    }
}
