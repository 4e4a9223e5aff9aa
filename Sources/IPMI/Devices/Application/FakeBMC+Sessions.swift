/// Commands about sessions (IPMI 2.0, sections 22.18 to 22.20).
extension FakeBMC {
    mutating func setPrivilege(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(1)
        guard let index = call.session else { throw .wrongState }
        // Zero asks for the present level.
        guard data[0] & 0x0F != 0 else { return [sessions[index].privilege.rawValue] }
        guard let level = PrivilegeLevel(rawValue: data[0] & 0x0F) else { throw .invalidField }
        guard level <= sessions[index].limit, level <= channel.privilegeLimit else {
            throw CompletionCode(0x81)
        }
        sessions[index].privilege = level
        return [level.rawValue]
    }

    mutating func closeSession(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(4...5)
        guard let own = call.session else { throw .wrongState }
        let number = (0..<4).reduce(UInt32(0)) { $0 | UInt32(data[$1]) << UInt32($1 * 8) }
        if number == 0 {
            guard data.count == 5 else { throw CompletionCode(0x87) }
            guard let found = sessions.sessions.first(where: { $0.handle == data[4] }) else {
                throw CompletionCode(0x88)
            }
            return try close(found.id, own)
        }
        guard data.count == 4 else { throw .requestLength }
        guard let index = sessions.index(of: SessionID(number)), sessions[index].isActive else {
            throw CompletionCode(0x87)
        }
        return try close(sessions[index].id, own)
    }

    private mutating func close(_ id: SessionID, _ own: Int) throws(CompletionCode) -> [UInt8] {
        let isOwn = sessions[own].id == id
        guard isOwn || sessions[own].privilege >= .administrator else { throw .privilege }
        closing = id
        return []
    }

    func sessionInfo(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(1...5)
        let active = sessions.sessions.filter(\.isActive)
        let found: ServerSession?
        switch data[0] {
        case 0: found = call.session.map { sessions[$0] }
        case 0xFE:
            guard data.count == 2 else { throw .requestLength }
            found = active.first { $0.handle == data[1] }
            if found == nil { throw .notPresent }
        case 0xFF:
            guard data.count == 5 else { throw .requestLength }
            let id = (0..<4).reduce(UInt32(0)) { $0 | UInt32(data[1 + $1]) << UInt32($1 * 8) }
            found = active.first { $0.id.value == id }
            if found == nil { throw .notPresent }
        default: found = Int(data[0]) <= active.count ? active[Int(data[0]) - 1] : nil
        }
        let counts = [UInt8(FakeBMCLimits.activeSessions), UInt8(active.count)]
        guard let found else { return [0] + counts }
        return [found.handle] + counts + describe(found)
    }

    private func describe(_ session: ServerSession) -> [UInt8] {
        let channel = ChannelSettings.lan | (session.isCurrent ? 0x10 : 0)
        var bytes = [UInt8(session.user + 1), session.privilege.rawValue, channel]
        bytes += session.peer.ipv4 + [0, 0, 0, 0, 0, 0]
        bytes.append(little: session.peer.port)
        return bytes
    }
}
