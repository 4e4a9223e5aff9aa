import Hardware

/// The chassis commands (IPMI 2.0, chapter 28).
extension FakeBMC {
    mutating func answerChassis(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        switch call.command.number {
        case 0x00:
            try call.empty()
            return chassis.capabilities
        case 0x01: return try chassisStatus(call)
        case 0x02: return try chassisControl(call)
        case 0x04: return try identify(call)
        case 0x05:
            let data = try call.bytes(5...6)
            chassis.capabilities = data + (data.count == 5 ? [0x20] : [])
            return []
        case 0x06: return try setRestorePolicy(call)
        case 0x07:
            try call.empty()
            return [chassis.restartCause, ChannelSettings.lan]
        case 0x08: return try setBootOption(call)
        case 0x09: return try bootOption(call)
        case 0x0A:
            chassis.disabledButtons = try call.bytes(1)[0] & 0x0F
            return []
        case 0x0B:
            chassis.cycleInterval = try call.bytes(1)[0]
            return []
        case 0x0F:
            try call.empty()
            let hours = (call.now - birth).components.seconds / 3600
            return [60] + [UInt8](little: UInt32(clamping: hours))
        default: throw .invalidCommand
        }
    }

    private func chassisStatus(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        try call.empty()
        let power: UInt8 = host.powerState == .on ? 1 : 0
        let isIdentified = chassis.identifyEnd.map { $0 > call.now } ?? false
        let light: UInt8 = chassis.isIdentifiedForever ? 2 : isIdentified ? 1 : 0
        return [
            power | chassis.restorePolicy << 5, chassis.wasSwitchedByCommand ? 0x10 : 0,
            0x40 | light << 4, chassis.disabledButtons | 0xF0,
        ]
    }

    private mutating func chassisControl(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let number = try call.bytes(1)[0]
        guard number & 0xF0 == 0, let action = ChassisAction(rawValue: number) else {
            throw .invalidField
        }
        // Section 28.3: a machine that is off has no power to cycle.
        guard action != .powerCycle || host.powerState == .on else { throw .wrongState }
        perform(action, cause: ChassisSettings.causeCommand)
        return []
    }

    /// Carries out a command that somebody gave, or the watchdog.
    mutating func perform(_ action: ChassisAction, cause: UInt8) {
        let starts = action.boots && (action == .powerUp) == (host.powerState == .off)
        if starts {
            chassis.restartCause = cause
            chassis.wasSwitchedByCommand = cause == ChassisSettings.causeCommand
            useBootFlags()
        }
        host.perform(action)
    }

    /// Flags for one boot that only the controller keeps are used up by it; the machine sees to
    /// those that it was told.
    private mutating func useBootFlags() {
        chassis.flagsSince = nil
        guard var flags = storedFlags, flags.isValid, !flags.isPersistent, flags.override == nil
        else { return }
        flags.invalidate()
        chassis.bootOptions[BootFlags.parameter] = flags.bytes
    }

    private mutating func identify(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(0...2)
        let usual: UInt8 = 15
        let seconds = data.first ?? usual
        chassis.isIdentifiedForever = data.count == 2 && data[1] & 1 != 0
        chassis.identifyEnd = call.now + .seconds(Int64(seconds))
        let isOn = chassis.isIdentifiedForever || seconds > 0
        host.setIndicator(isOn ? .blinking : .off)
        return []
    }

    private mutating func setRestorePolicy(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let policy = try call.bytes(1)[0] & 0x07
        guard policy <= 3 else { throw .invalidField }
        // Three asks for the policies that there are, and changes nothing.
        if policy < 3 { chassis.restorePolicy = policy }
        return [0x07]
    }

    private var storedFlags: BootFlags? {
        chassis.bootOptions[BootFlags.parameter].map { BootFlags(bytes: $0) }
    }

    private mutating func setBootOption(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(1...)
        let parameter = data[0] & 0x7F
        let value = Array(data.dropFirst())
        if parameter == 0 {
            try chassis.bootOptions.setProgress(value)
            return []
        }
        guard let lengths = Self.bootOptionLengths[parameter] else { throw CompletionCode(0x80) }
        // Without a value, the parameter is locked or unlocked only.
        guard !value.isEmpty else { return [] }
        guard lengths.contains(value.count) else { throw .requestLength }
        switch parameter {
        case BootFlags.parameter: setFlags(BootFlags(bytes: value), call.now)
        case 7: chassis.bootOptions[7, value[0]] = value
        // Acknowledgement comes with a mask of the bits to write.
        case 4:
            let old = chassis.bootOptions[4]?[1] ?? 0
            chassis.bootOptions[4] = [0, old & ~value[0] | value[1] & value[0]]
        default: chassis.bootOptions[parameter] = value
        }
        return []
    }

    private mutating func setFlags(_ flags: BootFlags, _ now: Duration) {
        chassis.bootOptions[BootFlags.parameter] = flags.bytes
        chassis.flagsSince = flags.isValid ? now : nil
        host.setBootOverride(flags.override)
    }

    /// The parameters of table 28-14, and how long each may be.
    private static var bootOptionLengths: [UInt8: ClosedRange<Int>] {
        [1: 1...1, 2: 1...1, 3: 1...1, 4: 2...2, 5: 5...5, 6: 9...9, 7: 1...17]
    }

    private mutating func bootOption(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(3)
        let parameter = data[0] & 0x7F
        let head: [UInt8] = [0x01, parameter]
        switch parameter {
        case 0: return head + [chassis.bootOptions.isInProgress ? 1 : 0]
        case 1, 2, 3: return head + (chassis.bootOptions[parameter] ?? [0])
        case 4: return head + (chassis.bootOptions[4] ?? [0, 0])
        case BootFlags.parameter: return head + currentFlags(at: call.now).bytes
        case 6: return head + (chassis.bootOptions[6] ?? [UInt8](repeating: 0, count: 9))
        case 7:
            return head
                + (chassis.bootOptions[7, data[1]]
                    ?? [data[1]] + [UInt8](repeating: 0, count: 16))
        default: throw CompletionCode(0x80)
        }
    }

    /// The flags that are in force: those that were set, unless a boot has used them up or they
    /// have waited too long; else what the machine was told in another way.
    private mutating func currentFlags(at now: Duration) -> BootFlags {
        guard var flags = storedFlags, flags.isValid else {
            let other = host.bootOverride
            return other == nil ? storedFlags ?? .none : BootFlags(other)
        }
        let isUsedUp = flags.override != nil && host.bootOverride == nil
        let staysValid = (chassis.bootOptions[3]?[0] ?? 0) & 0x08 != 0
        let isOld = chassis.flagsSince.map { now - $0 >= FakeBMCLimits.bootFlags } ?? false
        let expires = isOld && !staysValid && !flags.isPersistent
        guard isUsedUp || expires else { return flags }
        if expires { host.setBootOverride(nil) }
        flags.invalidate()
        chassis.bootOptions[BootFlags.parameter] = flags.bytes
        return flags
    }
}
