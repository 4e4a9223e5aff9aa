public import Hardware

extension RedfishController: ChassisControl {
    public func perform(_ action: ChassisAction) async throws(BMCError) {
        try await call { () async throws(RedfishError) in
            let system = try await system()
            switch action {
            case .powerDown: try await reset(system, "ForceOff")
            case .powerUp: try await reset(system, "On", "ForceOn", "PushPowerButton")
            case .powerCycle: try await reset(system, "PowerCycle", "ForceRestart")
            case .hardReset: try await reset(system, "ForceRestart", "PowerCycle")
            case .diagnosticInterrupt: try await reset(system, "Nmi")
            case .softShutdown: try await reset(system, "GracefulShutdown", "PushPowerButton")
            }
        }
    }
}
