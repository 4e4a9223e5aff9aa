import CLibvirt
public import Hardware

extension LibvirtController: PowerControl {
    /// A domain that is paused, or whose guest sleeps, has power.
    public func powerState() async throws(BMCError) -> PowerState {
        try await ask { domain throws(LibvirtError) in
            try Self.isActive(domain) ? .on : .off
        }
    }

    public func setPower(_ action: PowerAction) async throws(BMCError) {
        try await ask { domain throws(LibvirtError) in
            let isActive = try Self.isActive(domain)
            switch action {
            case .on: try Self.switchOn(domain)
            case .off: if isActive { try Self.switchOff(domain) }
            case .softOff: if isActive { try Self.shutDown(domain) }
            case .reset: if isActive { try Self.reset(domain) }
            case .softReboot:
                if isActive { try Self.reboot(domain) } else { try Self.switchOn(domain) }
            }
        }
    }

    // MARK: Verbs

    /// A guest that sleeps is woken; a domain that was paused goes on.
    static func switchOn(_ domain: virDomainPtr) throws(LibvirtError) {
        var (state, reason): (Int32, Int32) = (0, 0)
        guard virDomainGetState(domain, &state, &reason, 0) == 0 else { throw .last() }
        switch UInt32(state) {
        case VIR_DOMAIN_PAUSED.rawValue: try check(virDomainResume(domain))
        case VIR_DOMAIN_PMSUSPENDED.rawValue: try check(virDomainPMWakeup(domain, 0))
        default: try start(domain)
        }
    }

    private static func start(_ domain: virDomainPtr) throws(LibvirtError) {
        guard try !isActive(domain) else { return }
        do throws(LibvirtError) { try check(virDomainCreate(domain)) } catch {
            // Somebody else was faster.
            guard error.isOutOfState, try isActive(domain) else { throw error }
        }
        try settleBoot(of: domain)
    }

    /// At once. What is described nowhere would be gone with it.
    static func switchOff(_ domain: virDomainPtr) throws(LibvirtError) {
        guard virDomainIsPersistent(domain) == 1 else {
            throw .unfit("the domain is transient: switched off, it would be gone")
        }
        do throws(LibvirtError) { try check(virDomainDestroy(domain)) } catch {
            guard error.isOutOfState, try !isActive(domain) else { throw error }
        }
    }

    static func shutDown(_ domain: virDomainPtr) throws(LibvirtError) {
        do throws(LibvirtError) { try check(virDomainShutdown(domain)) } catch {
            guard error.isOutOfState, try !isActive(domain) else { throw error }
        }
    }

    /// Where the domain is to start from elsewhere, it is made anew: a reset alone would go on
    /// with what it was made from.
    static func reset(_ domain: virDomainPtr) throws(LibvirtError) {
        if try boot(of: domain).isStale { return try cycle(domain) }
        do throws(LibvirtError) { try check(virDomainReset(domain, 0)) } catch {
            guard case .unsupported = error else { throw error }
            try cycle(domain)
        }
    }

    static func cycle(_ domain: virDomainPtr) throws(LibvirtError) {
        try switchOff(domain)
        try start(domain)
    }

    /// Has a guest that restarts by itself start from where it is to now. It is in its firmware
    /// then, and loses nothing; its hypervisor would go on with what the domain was made from.
    func startAnewIfStale() async throws(BMCError) {
        try await ask { domain throws(LibvirtError) in
            if try Self.boot(of: domain).isStale { try Self.cycle(domain) }
        }
    }

    static func reboot(_ domain: virDomainPtr) throws(LibvirtError) {
        try check(virDomainReboot(domain, 0))
    }

    static func check(_ status: Int32) throws(LibvirtError) {
        guard status >= 0 else { throw .last() }
    }
}

extension LibvirtController: ChassisControl {
    /// Chassis commands other than a soft one need a machine that is on, or off.
    public func perform(_ action: ChassisAction) async throws(BMCError) {
        try await ask { domain throws(LibvirtError) in
            let isActive = try Self.isActive(domain)
            switch action {
            case .powerUp: try Self.switchOn(domain)
            case .powerDown: if isActive { try Self.switchOff(domain) }
            case .powerCycle: if isActive { try Self.cycle(domain) }
            case .hardReset: if isActive { try Self.reset(domain) }
            case .softShutdown: if isActive { try Self.shutDown(domain) }
            case .diagnosticInterrupt: if isActive { try Self.interrupt(domain) }
            }
        }
    }

    private static func interrupt(_ domain: virDomainPtr) throws(LibvirtError) {
        try check(virDomainInjectNMI(domain, 0))
    }
}
