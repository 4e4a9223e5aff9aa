import Hardware

extension FakeBMC {
    mutating func resetWatchdog(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        try call.empty()
        // Section 27.5: it must have been set first.
        guard watchdog.isSet else { throw CompletionCode(0x80) }
        watchdog.start(at: call.now)
        return []
    }

    mutating func setWatchdog(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(6)
        guard (1...5).contains(data[0] & 0x07), data[1] & 0x07 <= 3 else { throw .invalidField }
        watchdog.set(data, at: call.now)
        return []
    }

    mutating func watchdogExpires(at time: Duration) {
        let action = watchdog.action
        let isLogged = watchdog.use & Watchdog.logless == 0
        watchdog.end()
        if isLogged {
            // Offsets: 0 expired, 1 reset, 2 power down, 3 power cycle (table 42-3, type 23h).
            let event = [0xC0 | action, watchdog.purpose | 0x10, 0xFF]
            log(.watchdog, event, at: time)
        }
        switch action {
        case 1: perform(.hardReset, cause: ChassisSettings.causeWatchdog)
        case 2: perform(.powerDown, cause: ChassisSettings.causeWatchdog)
        case 3: perform(.powerCycle, cause: ChassisSettings.causeWatchdog)
        default: break
        }
    }
}
