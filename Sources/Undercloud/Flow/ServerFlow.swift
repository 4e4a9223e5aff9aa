import BareMetal
import Compute
import Hardware
import Plans
import World

/// Brings one server onto its machine, and takes it from a machine that failed it.
enum ServerFlow {
    /// What to do next about a server.
    enum Action: Equatable {
        case nothing
        case request(NodeRequest)
        case become(Server)
        /// Nothing is left of it but its record.
        case remove
        /// Its machine is off, and should run.
        case switchOn
    }

    /// What a node in use is in while an operator works on it.
    static let operated: Set<ProvisionState> = [
        .rescuing, .rescueWait, .rescue, .unrescuing, .servicing, .serviceWait, .serviceHold,
    ]

    /// - Parameters:
    ///   - node: the machine the server has.
    ///   - image: nil where nobody knows the image; it is needed for deployment only.
    ///   - layout: how the machine's disk is divided; nil for the image of a whole disk.
    ///   - traits: what the server's flavor asks for, which deploy templates go by.
    ///   - idle: how long the server has been as it is.
    ///   - nodeIdle: how long its machine's node has been as it is.
    ///   - contact: the last word from the machine since it was deployed.
    ///   - networks: how networks are driven where the node's operator chose nothing.
    static func next(
        _ server: Server, on node: Node, image: ImageReference?,
        layout: PartitionLayout? = nil, traits: [Trait] = [], idle: Duration, nodeIdle: Duration,
        contact: Contact?, silence: Duration, networks: NetworkInterface = .flat
    ) -> Action {
        switch server.state {
        case .unplaced, .error: .nothing
        case .deploying:
            image.map { deploying(server, node, $0, layout, traits, networks) } ?? .nothing
        case .starting: starting(server, node, idle, contact, silence)
        case .active: active(server, node, min(silence, nodeIdle))
        case .evicting: evicting(server, node, nodeIdle)
        case .deleting: deleting(server, node, nodeIdle)
        }
    }

    /// How long nothing comes of a server that there was nothing to do about. What is deployed
    /// moves with its node; one that runs may be silent for a while.
    static func rest(of server: Server, silence: Duration, now: Instant) -> FlowBoard.Rest {
        switch server.state {
        case .unplaced, .error, .deploying: .untilChange
        case .active where silence <= FlowLimits.switchOnDelay:
            .until(now + (FlowLimits.switchOnDelay - silence))
        case .active, .starting, .evicting, .deleting: .none
        }
    }

    /// Whether its deployment waits for a ramdisk's turn, of which so many run at a time. The
    /// undercloud's own servers wait for nobody: the others need them.
    static func isQueued(_ server: Server, on node: Node) -> Bool {
        server.state == .deploying && node.provisionState == .available && !server.isUndercloud
    }

    private static func deploying(
        _ server: Server, _ node: Node, _ image: ImageReference,
        _ layout: PartitionLayout?, _ traits: [Trait], _ networks: NetworkInterface
    ) -> Action {
        guard let id = server.instance else { return .become(giveUp(server, "it has no instance")) }
        let isOurs = node.instance?.id == id
        switch node.provisionState {
        case .available:
            guard node.maintenance == nil else {
                return .become(giveUp(server, "\(node.name) is in maintenance"))
            }
            guard node.allocation == id else {
                return .become(giveUp(server, "\(node.name) is no longer allocated to it"))
            }
            guard node.reservation == nil else { return .nothing }
            return .request(
                .deploy(
                    Instance(
                        id: id, owner: server.name.text, image: image, layout: layout,
                        traits: traits,
                        vifs: vifs(of: server), vlan: vlan(of: server, on: node, networks))))
        case .active where isOurs:
            if let rebuild = server.rebuild, node.instance?.rebuild != rebuild.id {
                return node.reservation == nil && node.maintenance == nil
                    ? .request(.rebuild(image, rebuild)) : .nothing
            }
            return .become(moved(server, to: .starting))
        case .deploying, .deployWait: return .nothing
        default:
            if node.provisionState.isTransient { return .nothing }
            let reason = node.lastError ?? "\(node.name) is \(node.provisionState)"
            return .become(evicted(server, reason))
        }
    }

    /// A server's ends of networks: those it was asked for with, or one of the control plane's,
    /// which all servers share.
    static func vifs(of server: Server) -> [VIF] {
        let own = server.terms?.vifs ?? []
        return own.isEmpty ? [VIF("\(server.name)-ctlplane")] : own
    }

    /// The network those ends are in. The undercloud's own hosts serve all of them.
    private static func vlan(
        of server: Server, on node: Node, _ networks: NetworkInterface
    ) -> VLAN {
        guard node.networkInterface(otherwise: networks) == .neutron else { return .ctlplane }
        return server.isUndercloud ? .trunk : .tenant
    }

    private static func starting(
        _ server: Server, _ node: Node, _ idle: Duration, _ contact: Contact?,
        _ silence: Duration
    ) -> Action {
        guard node.provisionState == .active, node.instance?.id == server.instance else {
            return .become(evicted(server, "\(node.name) is no longer its machine"))
        }
        // A system that was rebuilt may have been heard before, and it is the new one's turn.
        let isNews = server.rebuild == nil || silence < idle
        let due = node.instance?.vlan
        let astray = contact?.vlan.flatMap { $0 == due ? nil : $0 }
        if let contact, contact.image == node.instance?.image.digest, astray == nil, isNews {
            var running = moved(server, to: .active)
            running.failedOn = []
            running.rebuild = nil
            running.lastError = nil
            return .become(running)
        }
        guard idle > FlowLimits.startLimit else { return .nothing }
        if let astray, let due {
            return .become(
                evicted(
                    server,
                    "its system is in network '\(astray.rawValue)' and not in '\(due.rawValue)', "
                        + "which its switch port was put into"))
        }
        return .become(
            evicted(server, "no word from its system for \(FlowLimits.startLimit.shortText)"))
    }

    /// While an operator rescues or services its machine, nothing is heard of a server, and nothing
    /// need be; its silence counts from when the machine is back.
    private static func active(
        _ server: Server, _ node: Node, _ silence: Duration
    ) -> Action {
        guard node.instance?.id == server.instance else {
            return .become(evicted(server, "\(node.name) is no longer its machine"))
        }
        guard !operated.contains(node.provisionState) else { return .nothing }
        guard silence > FlowLimits.silenceLimit else {
            if server.rebuild != nil { return .become(moved(server, to: .deploying)) }
            return isToSwitchOn(node, silence) ? .switchOn : .nothing
        }
        return .become(
            evicted(server, "no word from its system for \(FlowLimits.silenceLimit.shortText)"))
    }

    /// A machine that lost its power and stays off, as its firmware was told to, is switched on
    /// before its server is taken for lost. Whoever shut it down to start it again has by then.
    private static func isToSwitchOn(_ node: Node, _ silence: Duration) -> Bool {
        silence > FlowLimits.switchOnDelay && node.powerState == .off && node.targetPower == nil
            && node.reservation == nil && node.maintenance == nil
    }

    /// A server gets another machine only once the old one is certainly off: when the node has no
    /// instance any more. A machine that cannot be reached may still run.
    private static func evicting(
        _ server: Server, _ node: Node, _ nodeIdle: Duration
    ) -> Action {
        guard let instance = node.instance, instance.id == server.instance else {
            return .become(giveUp(server, server.lastError ?? "its machine failed"))
        }
        guard node.reservation == nil, node.maintenance == nil,
            nodeIdle >= FlowLimits.delay(after: node.failures)
        else { return .nothing }
        switch node.provisionState {
        case .active, .deployFailed, .error, .rescue, .rescueFailed, .unrescueFailed,
            .serviceFailed:
            return .request(.undeploy)
        default: return .nothing
        }
    }

    /// A server's record goes once its machine is certainly off: a name that is free again is
    /// nobody else's machine.
    private static func deleting(
        _ server: Server, _ node: Node, _ nodeIdle: Duration
    ) -> Action {
        guard let instance = node.instance, instance.id == server.instance else { return .remove }
        guard node.reservation == nil, node.maintenance == nil,
            nodeIdle >= FlowLimits.delay(after: node.failures),
            ProvisionTable.verbs(from: node.provisionState).contains(.undeploy)
        else { return .nothing }
        return .request(.undeploy)
    }

    private static func moved(_ server: Server, to state: ServerState) -> Server {
        var moved = server
        moved.state = state
        return moved
    }

    private static func evicted(_ server: Server, _ reason: String) -> Server {
        var evicted = moved(server, to: .evicting)
        evicted.lastError = reason
        evicted.rebuild = nil
        return evicted
    }

    /// Lets go of the machine.
    private static func giveUp(_ server: Server, _ reason: String) -> Server {
        var free = moved(server, to: .unplaced)
        if let node = server.node { free.failedOn.append(node) }
        free.node = nil
        free.rebuild = nil
        free.instance = nil
        free.lastError = reason
        if free.failedOn.count >= FlowLimits.serverAttempts { free.state = .error }
        return free
    }
}
