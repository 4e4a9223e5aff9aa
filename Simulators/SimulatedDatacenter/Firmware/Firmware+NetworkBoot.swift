import Hardware
import Simulation
import World

extension Firmware {
    /// How long a PXE client listens for offers after each of its broadcasts (PXE 2.1, 2.2.4).
    private static let offerTimeouts: [Duration] = [
        .seconds(4), .seconds(8), .seconds(16), .seconds(32),
    ]

    /// PXE on each interface in turn: an offer, the loader, kernel and ramdisk.
    func bootFromNetwork() async throws(ProcessStopped) -> BootAttempt {
        var reason = "no interface"
        if machine.has(.pxeWrongNIC) { try await askNobody() }
        for interface in machine.interfaces where interface.hasCarrier {
            guard let offer = try await discover(interface.address) else {
                reason = "no DHCP offer"
                continue
            }
            try await pause("configures its interface", \.dhcp)
            if let failure = try await load(offer) {
                reason = failure
                continue
            }
            if machine.has(.tornImage) {
                return .hung(reason: "the ramdisk arrived damaged")
            }
            try await pause("starts the kernel", \.kernelStart)
            machine.start(.ramdisk(offer, bootInterface: interface.address))
            return .started
        }
        return .nothing(reason: reason)
    }

    /// Broadcasts on an interface from which nobody is reached.
    private func askNobody() async throws(ProcessStopped) {
        let silence = Self.offerTimeouts.reduce(Duration.zero, +)
        try await process.wait(
            WaitReason("waits for a DHCP offer on an interface that leads nowhere"),
            until: machine.fabric.simulator.now + silence
        )
    }

    /// The first offer anybody makes; nil where all who answer have nothing for this machine, or
    /// nobody answers in time.
    private func discover(_ address: MACAddress) async throws(ProcessStopped) -> DHCPOffer? {
        let discover = DHCPDiscover(address: address, bootMode: machine.specification.bootMode)
        let simulator = machine.fabric.simulator
        for timeout in Self.offerTimeouts {
            let exchange = DHCPExchange(simulator)
            try await process.wait(
                WaitReason("waits for a DHCP offer"),
                until: simulator.now + timeout
            ) { wakeup in
                exchange.wake(with: wakeup)
                exchange.expect(
                    machine.fabric.network.broadcast(
                        discover,
                        named: DHCPDiscover.name,
                        from: machine
                    ) { exchange.receive($0) }
                )
            }
            if let offer = exchange.offer { return offer }
            if exchange.isDeclined { return nil }
        }
        return nil
    }

    /// - Returns: why it failed, or nil when everything has arrived.
    private func load(_ offer: DHCPOffer) async throws(ProcessStopped) -> String? {
        let files = offer.files
        do {
            try await machine.fetch(
                machine.timing.profile.loaderSize,
                "the loader",
                from: offer.server,
                process
            )
            try await machine.fetch(
                files.kernel.size + files.ramdisk.size,
                files.ramdisk.name.text,
                from: offer.server,
                process
            )
            return nil
        } catch {
            if case .stopped = error { throw ProcessStopped() }
            return error.description
        }
    }
}
