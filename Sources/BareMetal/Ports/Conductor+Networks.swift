import Hardware
import World

extension Node {
    /// How its networks are driven: as its operator chose, or else by the service's default.
    public func networkInterface(otherwise standard: NetworkInterface) -> NetworkInterface {
        driverSettings?.interfaces["network_interface"].flatMap(NetworkInterface.init) ?? standard
    }
}

extension Conductor {
    func networkInterface(of node: Node) -> NetworkInterface {
        node.networkInterface(otherwise: options.networkInterface)
    }

    /// Finds the way to the ramdisk for the work that a node is at.
    ///
    /// Only ports that may start from the network are offered it, and a bond's own address never
    /// is: its members start one by one (Ironic links boot configurations for ports with
    /// `pxe_enabled`).
    ///
    /// - Throws: ``ConductorError/stepFailed(_:reason:)`` where there is no way.
    func wayToRamdisk(of node: Node) async throws(ConductorError) -> RamdiskWay {
        let ports = try await ports(of: node).ports
        let barred = Set(ports.filter { !$0.isPXEEnabled }.map(\.address))
        let addresses = node.addresses.filter { !barred.contains($0) }
        guard !addresses.isEmpty || node.addresses.isEmpty else {
            throw .stepFailed("network", reason: "no port of it may start from the network")
        }
        guard networkInterface(of: node) == .neutron, let vlan = node.provisionState.ramdiskVLAN
        else { return RamdiskWay(addresses: addresses, bound: [], vlan: .ctlplane) }
        let bound = ports.filter { $0.isPXEEnabled && $0.canBePlugged(by: .neutron) }
        guard !bound.isEmpty else {
            throw .stepFailed("network", reason: "nobody knows where the cables of its ports end")
        }
        return RamdiskWay(addresses: addresses, bound: bound, vlan: vlan)
    }

    /// The ports whose switch ports an instance's network is bound to: those that carry one of its
    /// VIFs, by themselves or in a portgroup that does. None where nobody binds ports.
    ///
    /// - Throws: ``ConductorError/stepFailed(_:reason:)`` where no port carries any.
    func tenantPorts(of node: Node) async throws(ConductorError) -> [Port] {
        guard networkInterface(of: node) == .neutron else { return [] }
        let ports = try await ports(of: node)
        let groups = Set(ports.portgroups.filter { $0.vifs[.tenant] != nil }.map(\.uuid))
        let carrying = ports.ports.filter {
            $0.vifs[.tenant] != nil || $0.portgroup.map(groups.contains) ?? false
        }
        guard !carrying.isEmpty else {
            throw .stepFailed("network", reason: "no port or portgroup of it carries a VIF")
        }
        return carrying
    }

    /// Leaves the ramdisk's network for the instance's own.
    func joinTenantNetwork(_ task: inout NodeTask) async throws(ConductorError) {
        let (node, ports) = (task.node, try await tenantPorts(of: task.node))
        let vlan = node.instance?.vlan ?? .ctlplane
        try await task.save(alongside: {
            network.dismiss(node.addresses, in: &$0)
            guard !ports.isEmpty else { return }
            let kept = Set(ports.map(\.address))
            network.unbind(node.addresses.filter { !kept.contains($0) }, in: &$0)
            network.bind(ports, to: vlan, in: &$0)
        })
    }

    /// Gives a node's switch ports back, where they are bound at all.
    func release(_ node: Node, in transaction: inout Transaction) {
        guard networkInterface(of: node) == .neutron else { return }
        network.unbind(node.addresses, in: &transaction)
    }

    /// Binds the ports of a node in use anew, whose system was heard in another network than they
    /// were put into: its switch did not do as it was told, or somebody changed it since (what
    /// Ironic's step `reattach_networking` is for).
    func bindAnew(
        _ stored: Stored<Node>, foundIn vlan: VLAN
    ) async throws(ConductorError) {
        let node = stored.document
        guard node.provisionState == .active, node.reservation == nil,
            let due = node.instance?.vlan, vlan != due
        else { return }
        let ports = try await tenantPorts(of: node)
        guard !ports.isEmpty else { return }
        var transaction = Transaction()
        transaction.require(unchanged: stored)
        authority.fence(&transaction)
        network.bind(ports, to: due, in: &transaction)
        do { try await store.commit(transaction) } catch { throw .store(error) }
        world.journal.record(BareMetalEvent.boundAnew(node.name, found: vlan, due: due))
    }
}

extension ProvisionState {
    /// The network that a ramdisk of this work starts in where ports are bound; nil for the
    /// one that ports are in before: machines are inspected before anybody knows where their
    /// cables end (Ironic's unmanaged inspection).
    var ramdiskVLAN: VLAN? {
        switch self {
        case .cleaning, .cleanWait, .cleanHold: .cleaning
        case .rescuing, .rescueWait: .rescuing
        case .inspecting, .inspectWait: nil
        default: .provisioning
        }
    }
}
