import Hardware

/// The application commands: the controller itself, its sessions, channels and users (IPMI 2.0,
/// chapters 20 to 24).
extension FakeBMC {
    mutating func answerApplication(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        switch call.command.number {
        case 0x01...0x08: try answerController(call)
        case 0x22: try resetWatchdog(call)
        case 0x24: try setWatchdog(call)
        case 0x25: try answerEmpty(call, watchdog.encoded(at: call.now))
        case 0x2E...0x31: try answerMessaging(call)
        case 0x37: try answerEmpty(call, guid.bytes)
        case 0x38: try authenticationCapabilities(call)
        case 0x3B: try setPrivilege(call)
        case 0x3C: try closeSession(call)
        case 0x3D: try sessionInfo(call)
        case 0x40...0x42: try answerChannel(call)
        case 0x43...0x47: try answerUser(call)
        case 0x48...0x4F: try answerPayload(call)
        case 0x54: try cipherSuites(call)
        case 0x56: try setChannelKey(call)
        case 0x57: try systemInterface(call)
        case 0x58: try setSystemInfo(call)
        case 0x59: try getSystemInfo(call)
        default: throw .invalidCommand
        }
    }

    func answerEmpty(
        _ call: CommandCall, _ answer: @autoclosure () -> [UInt8]
    ) throws(CompletionCode) -> [UInt8] {
        try call.empty()
        return answer()
    }

    private mutating func answerController(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        switch call.command.number {
        case 0x01: return try answerEmpty(call, deviceID)
        case 0x02, 0x03:
            try call.empty()
            restartController(isCold: call.command.number == 0x02, call.now)
            return []
        // All tests passed.
        case 0x04: return try answerEmpty(call, [0x55, 0x00])
        case 0x06:
            let data = try call.bytes(2)
            powerStates = [data[0] & 0x7F, data[1] & 0x7F]
            return []
        case 0x07: return try answerEmpty(call, acpiStates)
        case 0x08: return try answerEmpty(call, guid.bytes)
        default: throw .invalidCommand
        }
    }

    private var deviceID: [UInt8] {
        var bytes: [UInt8] = [0x20, 0x81, profile.firmware.major, profile.firmware.minor]
        // IPMI 2.0; all functions but the bridge.
        bytes += [0x02, 0xBF]
        bytes.append(little24: profile.manufacturer)
        bytes.append(little: profile.product)
        return bytes + [0, 0, 0, 0]
    }

    private mutating func restartController(isCold: Bool, _ now: Duration) {
        if isCold {
            restart = now + FakeBMCLimits.resetDelay
            watchdog = Watchdog()
            globalEnables = 0x08
        }
        lan.isInProgress = false
        chassis.bootOptions.isInProgress = false
        host.controllerRestarts()
    }

    /// S0 and D0 while the machine is on, soft-off while it is not, unless somebody has said.
    private var acpiStates: [UInt8] {
        if let powerStates { return powerStates }
        return host.powerState == .on ? [0x00, 0x00] : [0x05, 0x03]
    }

    private mutating func answerMessaging(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        switch call.command.number {
        case 0x2E:
            globalEnables = try call.bytes(1)[0]
            return []
        case 0x2F: return try answerEmpty(call, [globalEnables])
        case 0x30:
            _ = try call.bytes(1)
            return []
        default: return try answerEmpty(call, [0])
        }
    }

    /// The interface on the main board is not there for those on the network, but they may ask.
    private func systemInterface(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let type = try call.bytes(1)[0] & 0x0F
        guard type == 1 else { throw .invalidField }
        return [0, 0, 0xFF]
    }

    private mutating func setSystemInfo(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(2...)
        let parameter = data[0] & 0x7F
        switch parameter {
        case 0: try systemInfo.setProgress(data.dropFirst())
        case 1...5:
            guard data.count <= 18 else { throw .requestLength }
            systemInfo[parameter, data[1]] = Array(data.dropFirst(2))
        default: throw CompletionCode(0x80)
        }
        return []
    }

    private func getSystemInfo(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(4)
        let parameter = data[1]
        if data[0] & 0x80 != 0 { return [0x11] }
        switch parameter {
        case 0: return [0x11, systemInfo.isInProgress ? 1 : 0]
        case 1...5:
            // The first block names the encoding and the length first.
            let block = systemInfo[parameter, data[2]] ?? []
            let padded = block + [UInt8](repeating: 0, count: max(0, 16 - block.count))
            return [0x11, data[2]] + padded
        default: throw CompletionCode(0x80)
        }
    }
}
