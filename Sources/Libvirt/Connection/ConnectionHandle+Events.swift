import CLibvirt

extension ConnectionHandle {
    /// Has libvirt tell the listeners what happens to domains; once is enough for all of them.
    func beginTelling() throws(LibvirtError) {
        guard listeners.beginTelling() else { return }
        do throws(LibvirtError) {
            let lived = unsafeBitCast(Self.lived, to: Callback.self)
            try register(VIR_DOMAIN_EVENT_ID_LIFECYCLE, lived)
        } catch {
            listeners.stopTelling()
            throw error
        }
        // Not every hypervisor notices when a guest restarts.
        try? register(VIR_DOMAIN_EVENT_ID_REBOOT, Self.rebooted)
    }

    func stopTelling() {
        for number in listeners.stopTelling() {
            virConnectDomainEventDeregisterAny(pointer, number)
        }
    }

    private typealias Callback =
        @convention(c) (
            virConnectPtr?, virDomainPtr?, UnsafeMutableRawPointer?
        ) -> Void
    private typealias LifeCallback =
        @convention(c) (
            virConnectPtr?, virDomainPtr?, Int32, Int32, UnsafeMutableRawPointer?
        ) -> Void

    private func register(_ event: virDomainEventID, _ callback: Callback) throws(LibvirtError) {
        let box = Unmanaged.passRetained(listeners)
        let number = virConnectDomainEventRegisterAny(
            pointer, nil, Int32(event.rawValue), callback, box.toOpaque(), Self.release)
        guard number >= 0 else {
            box.release()
            throw .last()
        }
        listeners.note(number)
    }

    private static let lived: LifeCallback = { _, domain, event, _, box in
        guard let kind = DomainEvent.Kind(rawValue: event) else { return }
        tell(kind, domain, box)
    }

    private static let rebooted: Callback = { _, domain, box in tell(.rebooted, domain, box) }

    private static func tell(
        _ kind: DomainEvent.Kind, _ domain: virDomainPtr?, _ box: UnsafeMutableRawPointer?
    ) {
        guard let box, let domain, let name = virDomainGetName(domain) else { return }
        let event = DomainEvent(kind, of: DomainName(String(cString: name)))
        Unmanaged<Listeners>.fromOpaque(box).takeUnretainedValue().tell(event)
    }
}
