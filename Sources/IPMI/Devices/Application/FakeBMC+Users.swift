/// Users (IPMI 2.0, sections 22.26 to 22.30). Numbers begin at 1, which is the unnamed user.
extension FakeBMC {
    mutating func answerUser(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        switch call.command.number {
        case 0x43: try setUserAccess(call)
        case 0x44: try userAccess(call)
        case 0x45: try setUserName(call)
        case 0x46: try userName(call)
        default: try setPassword(call)
        }
    }

    /// The place in the table of the user with this number.
    func userPlace(_ byte: UInt8) throws(CompletionCode) -> Int {
        let number = Int(byte & 0x3F)
        guard number >= 1, number <= users.count else { throw .outOfRange }
        return number - 1
    }

    private mutating func setUserAccess(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(3...4)
        try ChannelSettings.requireLAN(data[0])
        let place = try userPlace(data[1])
        let level = data[2] & 0x0F
        guard (1...5).contains(level) || level == 0x0F else { throw .invalidField }
        users[place].privilege = PrivilegeLevel(rawValue: level)
        // The switches change only where the request says so.
        if data[0] & 0x80 != 0 { users[place].accessFlags = data[0] & 0x70 }
        return []
    }

    private func userAccess(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(2)
        try ChannelSettings.requireLAN(data[0])
        let user = users[try userPlace(data[1])]
        let enabled = users.count { $0.isEnabled }
        let status: UInt8 = user.isEnabled ? 0x40 : 0x80
        return [
            UInt8(users.count), UInt8(enabled) | status,
            // One user has a name that cannot be changed: the unnamed one.
            1, user.accessFlags & 0x70 | (user.privilege?.rawValue ?? 0x0F),
        ]
    }

    private mutating func setUserName(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(2...17)
        let place = try userPlace(data[0])
        guard place != 0 else { throw .invalidField }
        let name = Secret(bytes: data[1...]).bytes
        // Two users of one name could not be told apart.
        let isTaken = users.indices.contains {
            $0 != place && !name.isEmpty && users[$0].name == name
        }
        guard !isTaken else { throw .invalidField }
        users[place].name = name
        return []
    }

    private func userName(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(1)
        let name = users[try userPlace(data[0])].name
        return name + [UInt8](repeating: 0, count: RAKPMessage.longestName - name.count)
    }

    private mutating func setPassword(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(2...22)
        let place = try userPlace(data[0])
        let isLong = data[0] & 0x80 != 0
        let length = isLong ? Secret.longest : LegacyPacket.codeLength
        switch data[1] & 0x03 {
        case 0: users[place].isEnabled = false
        case 1:
            users[place].isEnabled = true
            if users[place].privilege != nil, users[place].accessFlags == 0 {
                users[place].accessFlags = UserAccount.messaging
            }
        case 2:
            guard data.count == 2 + length else { throw .requestLength }
            users[place].secret = Secret(bytes: data[2...])
            users[place].hasLongPassword = isLong
        default: try testPassword(place, data, isLong, length)
        }
        return []
    }

    /// 80h for a wrong password, 81h for one of the other length.
    private func testPassword(
        _ place: Int, _ data: [UInt8], _ isLong: Bool, _ length: Int
    ) throws(CompletionCode) {
        guard data.count == 2 + length else { throw .requestLength }
        guard users[place].hasLongPassword == isLong else { throw CompletionCode(0x81) }
        let expected = users[place].secret.padded(to: length)
        guard ConstantTime.equal(data[2...], expected) else { throw CompletionCode(0x80) }
    }
}
