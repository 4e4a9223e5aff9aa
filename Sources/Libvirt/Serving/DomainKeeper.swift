public import Hardware

/// Keeps up with the domains of a hypervisor that stand behind fake controllers, and carries out
/// what these are asked for.
public struct DomainKeeper: Sendable {
    /// Something that did not go as it was asked, for whoever watches the program.
    public typealias Report = @Sendable (DomainName, BMCError) -> Void

    private let hypervisor: Hypervisor
    private let mirrors: [DomainMirror]
    private let report: Report

    /// - Parameter domains: each once, and what it is made of.
    public init(
        _ domains: [(name: DomainName, facts: MachineFacts)], on hypervisor: Hypervisor,
        report: @escaping Report
    ) {
        self.hypervisor = hypervisor
        self.report = report
        mirrors = domains.map { DomainMirror(hypervisor.controller(of: $0.name), $0.facts) }
    }

    /// What stands behind the controllers, in the order of the domains.
    public var hosts: [DomainHost] { mirrors.map { DomainHost($0) } }

    /// Runs until its task is cancelled.
    public func run() async {
        await withTaskGroup(of: Void.self) { group in
            for mirror in mirrors { group.addTask { await serve(mirror) } }
            group.addTask { await listen() }
            group.addTask { await lookAround() }
        }
    }

    // MARK: Looking

    /// Events tell at once what else is found by the next round.
    private func listen() async {
        while !Task.isCancelled {
            if let events = try? await hypervisor.events() {
                for mirror in mirrors { mirror.order(.look) }
                for await event in events { tell(event) }
            }
            try? await Task.sleep(for: LibvirtLimits.round)
        }
    }

    private func tell(_ event: DomainEvent) {
        guard let mirror = mirrors.first(where: { $0.controller.domain == event.domain }) else {
            return
        }
        mirror.order(event.kind == .rebooted ? .guestRestarted : .look)
    }

    /// Finds what no event has told: hypervisors that have none, and connections that were lost.
    private func lookAround() async {
        while !Task.isCancelled {
            for mirror in mirrors { mirror.order(.look) }
            try? await Task.sleep(for: LibvirtLimits.round)
        }
    }

    // MARK: Orders

    /// One after the other, as a controller does.
    private func serve(_ mirror: DomainMirror) async {
        var wasKnown = true
        for await order in mirror.orders {
            await carryOut(order, mirror)
            do throws(BMCError) {
                mirror.show(
                    try await mirror.controller.powerState(),
                    try await mirror.controller.bootOverride())
                wasKnown = true
            } catch {
                mirror.lose()
                // Once, and not with each round.
                if wasKnown, error != .revoked { report(mirror.controller.domain, error) }
                wasKnown = false
            }
        }
    }

    private func carryOut(_ order: DomainMirror.Order, _ mirror: DomainMirror) async {
        do throws(BMCError) {
            switch order {
            case .look: mirror.beginLook()
            case .perform(let action): try await mirror.controller.perform(action)
            case .restart: try await mirror.controller.setPower(.softReboot)
            case .guestRestarted: try await mirror.controller.startAnewIfStale()
            case .boot(let override):
                defer { mirror.settleBoot() }
                try await mirror.controller.setBootOverride(override)
            }
        } catch {
            // Whoever is stopped need not be told.
            if error != .revoked { report(mirror.controller.domain, error) }
        }
    }
}
