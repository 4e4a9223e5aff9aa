import Hardware
import Simulation
import World

extension Firmware {
    /// How long a PXE client listens for offers after each of its broadcasts (PXE 2.1, 2.2.4).
    private static let offerTimeouts: [Duration] = [
        .seconds(4), .seconds(8), .seconds(16), .seconds(32),
    ]

    /// How long a network boot loader listens (iPXE's DHCP_DISC_START and END_TIMEOUT_SEC).
    private static let loaderTimeouts: [Duration] = [
        .seconds(1), .seconds(2), .seconds(4), .seconds(8),
    ]
    /// Listening and learning, each of them a forward delay (IEEE 802.1D: 4 to 30 s, usually 15),
    /// and what negotiating a trunk or a channel adds. A short one spares the firmware, but not
    /// its loader.
    private static let stpSeconds = 16.0...50.0

    /// What came of asking for an address.
    private enum Discovery {
        case offer(DHCPOffer)
        case nothing(reason: String)
    }

    /// PXE on each interface in turn: an offer, the loader, kernel and ramdisk.
    func bootFromNetwork() async throws(ProcessStopped) -> BootAttempt {
        var reason = "no interface"
        if machine.has(.pxeWrongNIC) { try await askNobody() }
        for interface in machine.interfaces where interface.hasCarrier {
            let offer: DHCPOffer
            switch try await discover(interface.address, within: Self.offerTimeouts) {
            case .offer(let found): offer = found
            case .nothing(let why):
                reason = why
                continue
            }
            try await pause("configures its interface", \.dhcp)
            if case .volume(let target) = offer.boot {
                switch try await start(from: target, told: offer, over: interface.address) {
                case .nothing(let why): reason = why
                case let end: return end
                }
                continue
            }
            if let failure = try await load(offer, over: interface.address) {
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

    /// The first offer anybody makes; none where all who answer have nothing for this machine, or
    /// nobody answers in time.
    private func discover(
        _ address: MACAddress, within timeouts: [Duration]
    ) async throws(ProcessStopped) -> Discovery {
        let simulator = machine.fabric.simulator
        // The link has just come up: whoever starts to drive an interface resets it.
        let forwarding = machine.has(.stpDelay) ? simulator.now + drawSTPDelay() : simulator.now
        for timeout in timeouts {
            let exchange = DHCPExchange(simulator)
            try await process.wait(
                WaitReason("waits for a DHCP offer"),
                until: simulator.now + timeout
            ) { wakeup in
                exchange.wake(with: wakeup)
                if simulator.now >= forwarding { broadcast(from: address, exchange) }
            }
            if let offer = exchange.offer { return .offer(offer) }
            if exchange.isMisled {
                tellForeignServer(address)
                return .nothing(reason: "PXE-E53: the offer taken names no boot file")
            }
            if exchange.isDeclined { return .nothing(reason: "no DHCP offer") }
        }
        return .nothing(reason: "no DHCP offer")
    }

    private func broadcast(from address: MACAddress, _ exchange: DHCPExchange) {
        let network = machine.fabric.network
        let discover = DHCPDiscover(
            address: address, bootMode: machine.specification.bootMode, vlan: machine.vlan)
        exchange.expect(
            network.broadcast(discover, named: DHCPDiscover.name, from: machine) {
                exchange.receive($0)
            })
        // Whoever brings a server of his own plugs it into a port that nobody has bound.
        guard machine.port.rackSwitch.has(.rogueDHCP), machine.isLinked, machine.vlan == .ctlplane
        else { return }
        let simulator = machine.fabric.simulator
        simulator.schedule(at: simulator.now + machine.drawRogueDelay()) {
            exchange.receiveEmptyOffer()
        }
    }

    /// A client broadcasts whose offer it takes (RFC 2131, 3.1), so that the others withdraw
    /// theirs: that is how a server learns of one that it does not know. Of a choice that nobody
    /// is surprised by nobody is told here, which changes nothing and saves a message a boot.
    private func tellForeignServer(_ address: MACAddress) {
        let choice = DHCPChoice(address: address, server: RackSwitch.rogueServer)
        _ = machine.fabric.network.broadcast(choice, named: DHCPChoice.name, from: machine) { _ in }
    }

    /// - Returns: why it failed, or nil when everything has arrived.
    private func load(
        _ offer: DHCPOffer, over address: MACAddress
    ) async throws(ProcessStopped) -> String? {
        guard let files = offer.files else { return "the offer names no files" }
        let size = files.kernel.size + files.ramdisk.size
        do {
            try await machine.fetch(
                machine.timing.profile.loaderSize, "the loader", from: offer.server, process)
            // The loader drives the interface anew, and is less patient than the firmware.
            if machine.has(.stpDelay),
                case .nothing = try await discover(address, within: Self.loaderTimeouts)
            {
                return "the loader got no DHCP offer"
            }
            if machine.has(.pxeCut) {
                let share = machine.timing.draw(in: 0.05...0.95, for: .firmware)
                let part = ByteCount(bytes: Int64(Double(size.bytes) * share))
                try await machine.fetch(
                    part, files.ramdisk.name.text, from: offer.server, process)
                return "\(files.ramdisk.name) ended after \(part) of \(size)"
            }
            try await machine.fetch(size, files.ramdisk.name.text, from: offer.server, process)
            return nil
        } catch let error as TransferError {
            if case .stopped = error { throw ProcessStopped() }
            return error.description
        } catch { throw ProcessStopped() }
    }

    private func drawSTPDelay() -> Duration {
        .seconds(machine.timing.draw(in: Self.stpSeconds, for: .link))
    }
}
