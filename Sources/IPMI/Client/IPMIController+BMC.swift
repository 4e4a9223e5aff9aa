public import Hardware

extension IPMIController: BMC {
    public func powerState() async throws(BMCError) -> PowerState {
        try await power(await call())
    }

    private func power(_ call: IPMICall<Exchange>) async throws(BMCError) -> PowerState {
        let status = try await call.ask(.chassisStatus, atLeast: 3)
        return status[0] & 1 == 1 ? .on : .off
    }

    /// - Note: IPMI has no soft restart: the machine is shut down, and switched on once it is off.
    ///   One that takes longer than the call may last is left shutting down.
    public func setPower(_ action: PowerAction) async throws(BMCError) {
        let call = await call()
        switch action {
        case .on: _ = try await call.ask(.chassisControl(.powerUp))
        case .off: _ = try await call.ask(.chassisControl(.powerDown))
        case .softOff: _ = try await call.ask(.chassisControl(.softShutdown))
        case .reset: try await reset(call)
        case .softReboot: try await restartSoftly(call)
        }
    }

    /// A machine that is off is left off; some controllers answer that with an error.
    private func reset(_ call: IPMICall<Exchange>) async throws(BMCError) {
        do throws(IPMIError) {
            _ = try await call.exchange(.chassisControl(.hardReset))
        } catch {
            guard case .command(_, .wrongState) = error else { throw error.asBMCError }
        }
    }

    private func restartSoftly(_ call: IPMICall<Exchange>) async throws(BMCError) {
        if try await power(call) == .on {
            _ = try await call.ask(.chassisControl(.softShutdown))
        }
        for _ in 0..<Self.shutdownLooks {
            if try await power(call) == .off {
                _ = try await call.ask(.chassisControl(.powerUp))
                return
            }
            try await call.pause(Self.shutdownInterval)
        }
        throw .busy
    }

    public func bootOverride() async throws(BMCError) -> BootOverride? {
        let answer = try await call().ask(.bootFlags, atLeast: 7)
        return BootFlags(bytes: Array(answer[2..<7])).override
    }

    public func setBootOverride(_ override: BootOverride?) async throws(BMCError) {
        let call = await call()
        do throws(IPMIError) {
            _ = try await call.exchange(.keepBootFlags)
        } catch {
            // Not all controllers have the parameter; those forget the flags after a minute.
            guard case .command = error else { throw error.asBMCError }
        }
        do throws(IPMIError) {
            _ = try await call.exchange(.setBootFlags(BootFlags(override)))
        } catch {
            if let override, case .command(_, .invalidField) = error {
                throw .unsupported(override.device)
            }
            throw error.asBMCError
        }
    }

    public func identity() async throws(BMCError) -> BMCIdentity {
        let call = await call()
        if let identity = FRUInventory.identity(try await readInventory(call)) { return identity }
        let device = try await call.ask(.deviceID, atLeast: 11)
        let maker = Int(device[6]) | Int(device[7]) << 8 | Int(device[8] & 0x0F) << 16
        let product = Int(device[9]) | Int(device[10]) << 8
        return BMCIdentity(
            manufacturer: "IANA \(maker)", product: "product \(product)", serialNumber: "")
    }

    /// The inventory of the machine; empty where it has none.
    private func readInventory(_ call: IPMICall<Exchange>) async throws(BMCError) -> [UInt8] {
        let size: Int
        do throws(IPMIError) {
            let info = try await call.exchange(.inventoryInfo)
            guard info.count >= 3 else { return [] }
            // Some count in words of two bytes.
            size = (Int(info[0]) | Int(info[1]) << 8) * (info[2] & 1 == 1 ? 2 : 1)
        } catch {
            if case .command = error { return [] }
            throw error.asBMCError
        }
        var bytes: [UInt8] = []
        while bytes.count < min(size, FakeBMCLimits.inventoryLength) {
            let count = min(Self.inventoryPart, size - bytes.count)
            let answer = try await call.ask(
                .readInventory(offset: bytes.count, count: count), atLeast: 2)
            let part = answer.dropFirst().prefix(Int(answer[0]))
            guard !part.isEmpty else { break }
            bytes += part
        }
        return bytes
    }
}

extension IPMIController: ChassisControl {
    public func perform(_ action: ChassisAction) async throws(BMCError) {
        _ = try await call().ask(.chassisControl(action))
    }
}

extension IPMIController: IndicatorControl {
    public func indicator() async throws(BMCError) -> IndicatorState {
        let status = try await call().ask(.chassisStatus, atLeast: 3)
        return status[2] >> 4 & 0x03 == 0 ? .off : .blinking
    }

    /// - Note: IPMI knows on and off alone; how the light is on is the machine's matter.
    public func setIndicator(_ state: IndicatorState) async throws(BMCError) {
        _ = try await call().ask(state == .off ? .identify(seconds: 0) : .identifyForever)
    }

    public func injectNMI() async throws(BMCError) {
        _ = try await call().ask(.chassisControl(.diagnosticInterrupt))
    }
}
