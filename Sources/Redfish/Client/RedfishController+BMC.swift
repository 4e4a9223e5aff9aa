public import Hardware

extension RedfishController: BMC {
    public func powerState() async throws(BMCError) -> PowerState {
        try await call { () async throws(RedfishError) in try Self.power(of: try await system()) }
    }

    /// What `PowerState` tells. A machine on its way has main power already, or still.
    private static func power(of system: JSON) throws(RedfishError) -> PowerState {
        switch system["PowerState"]?.text {
        case "On", "PoweringOn", "PoweringOff", "Paused": return .on
        case "Off": return .off
        default: throw .malformed("the power state")
        }
    }

    public func setPower(_ action: PowerAction) async throws(BMCError) {
        try await call { () async throws(RedfishError) in try await switchPower(action) }
    }

    /// Some services refuse what is so already, others do not: it is not asked for. A machine that
    /// is off is left off by a reset, and switched on by a soft restart, as over IPMI.
    private func switchPower(_ action: PowerAction) async throws(RedfishError) {
        let system = try await system()
        let isOn = try Self.power(of: system) == .on
        switch action {
        case .on: if !isOn { try await reset(system, "On", "ForceOn", "PushPowerButton") }
        case .off: if isOn { try await reset(system, "ForceOff") }
        case .softOff: if isOn { try await reset(system, "GracefulShutdown", "PushPowerButton") }
        case .reset: if isOn { try await reset(system, "ForceRestart", "PowerCycle") }
        case .softReboot:
            if isOn {
                try await reset(system, "GracefulRestart")
            } else {
                try await reset(system, "On", "ForceOn", "PushPowerButton")
            }
        }
    }

    /// Asks for the first of the resets that the service has.
    func reset(_ system: JSON, _ types: String...) async throws(RedfishError) {
        let action = system["Actions"]?["#ComputerSystem.Reset"]
        let allowed = action?["ResetType@Redfish.AllowableValues"]?.list?.compactMap(\.text)
        // A service that does not say what it takes is asked for the first.
        let type = allowed.map { allowed in types.first(where: allowed.contains) } ?? types[0]
        guard let type else { throw .unsupported("reset \(types[0])") }
        try await perform("ComputerSystem.Reset", of: system, ["ResetType": .text(type)])
    }

    public func bootOverride() async throws(BMCError) -> BootOverride? {
        try await call { () async throws(RedfishError) in
            return ReceivedBoot(try await system()).override
        }
    }

    public func setBootOverride(_ override: BootOverride?) async throws(BMCError) {
        try await call(lacking: override?.device) { () async throws(RedfishError) in
            try await change(override)
        }
    }

    private func change(_ override: BootOverride?) async throws(RedfishError) {
        let system = try await system()
        let boot = try ReceivedBoot(system).change(to: override)
        try await change(bootPath(system), ["Boot": boot])
    }

    /// Boots from a UEFI device path once.
    public func setUEFITarget(_ devicePath: String) async throws(BMCError) {
        try await call { () async throws(RedfishError) in
            let system = try await system()
            let boot: JSON = [
                "BootSourceOverrideTarget": "UefiTarget", "BootSourceOverrideEnabled": "Once",
                "UefiTargetBootSourceOverride": .text(devicePath),
            ]
            try await change(bootPath(system), ["Boot": boot])
        }
    }

    /// Where a system's settings are changed: beside it where it names a resource for that
    /// (`@Redfish.Settings`, as servers of Nokia and Lenovo's SE450 do).
    private func bootPath(_ system: JSON) throws(RedfishError) -> String {
        guard let path = system["@Redfish.Settings"]?["SettingsObject"]?.path ?? systemPath else {
            throw .malformed("the system's address")
        }
        return path
    }

    public func identity() async throws(BMCError) -> BMCIdentity {
        try await call { () async throws(RedfishError) in
            let system = try await system()
            return BMCIdentity(
                manufacturer: system["Manufacturer"]?.text ?? "",
                product: system["Model"]?.text ?? "",
                serialNumber: system["SerialNumber"]?.text ?? "")
        }
    }
}

extension RedfishController: IndicatorControl {
    public func indicator() async throws(BMCError) -> IndicatorState {
        try await call { () async throws(RedfishError) in
            let system = try await system()
            // The older property tells more; newer services have only the other.
            switch system["IndicatorLED"]?.text {
            case "Lit": return .on
            case "Blinking": return .blinking
            case "Off": return .off
            default: return system["LocationIndicatorActive"]?.truth == true ? .blinking : .off
            }
        }
    }

    public func setIndicator(_ state: IndicatorState) async throws(BMCError) {
        try await call { () async throws(RedfishError) in
            let system = try await system()
            guard let path = systemPath else { return }
            if system["IndicatorLED"] != nil {
                let word = state == .on ? "Lit" : state == .off ? "Off" : "Blinking"
                try await change(path, ["IndicatorLED": .text(word)])
            } else {
                try await change(path, ["LocationIndicatorActive": .truth(state != .off)])
            }
        }
    }

    public func injectNMI() async throws(BMCError) {
        try await call { () async throws(RedfishError) in
            try await reset(try await system(), "Nmi")
        }
    }
}
