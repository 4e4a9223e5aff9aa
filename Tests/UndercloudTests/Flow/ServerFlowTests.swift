import BareMetal
import Compute
import Hardware
import Testing
import World

@testable import Undercloud

@Suite("What becomes of a server next")
struct ServerFlowTests {
    private static let here = Contact(at: .epoch, image: Samples.image.digest)

    private func next(
        _ server: Server, on node: Node, idle: Duration = .zero, contact: Contact? = nil,
        silence: Duration = .zero, nodeIdle: Duration = .seconds(86_400)
    ) -> ServerFlow.Action {
        ServerFlow.next(
            server, on: node, image: Samples.image, traits: ["CUSTOM_GOLD"], idle: idle,
            nodeIdle: nodeIdle, contact: contact, silence: silence)
    }

    @Test("waits longer each time its machine could not be switched off")
    func evictionIsNotHurried() {
        let failed = Samples.node(.error) {
            Samples.isOwned(&$0)
            $0.failures = 2
        }
        let server = Samples.server(.evicting)
        let wait = FlowLimits.delay(after: 2)
        #expect(next(server, on: failed, nodeIdle: wait - .seconds(1)) == .nothing)
        #expect(next(server, on: failed, nodeIdle: wait) == .request(.undeploy))
    }

    /// The server that an action makes of it; nil where the action is another.
    private func successor(_ action: ServerFlow.Action) -> Server? {
        if case .become(let server) = action { return server }
        return nil
    }

    private static func owned(_ state: ProvisionState) -> Node {
        Samples.node(state) { Samples.isOwned(&$0) }
    }

    @Test("is its deployment with its flavor's traits, once its machine is available")
    func deployment() {
        let wanted = Instance(
            id: Samples.instance, owner: "compute-0", image: Samples.image,
            traits: ["CUSTOM_GOLD"], vifs: ["compute-0-ctlplane"])
        let claimed = Samples.node(.available) { $0.allocation = Samples.instance }
        let action = next(Samples.server(.deploying), on: claimed)
        #expect(action == .request(.deploy(wanted)))
        var locked = claimed
        locked.reservation = Reservation(holder: "", term: Term(number: 1))
        #expect(next(Samples.server(.deploying), on: locked) == .nothing)
    }

    @Test("waits for a ramdisk's turn before its deployment only, and not for the undercloud")
    func queue() {
        let free = Samples.node(.available) { $0.allocation = Samples.instance }
        #expect(ServerFlow.isQueued(Samples.server(.deploying), on: free))
        #expect(!ServerFlow.isQueued(Samples.server(.evicting), on: free))
        #expect(!ServerFlow.isQueued(Samples.server(.deploying), on: Self.owned(.deployWait)))
        #expect(!ServerFlow.isQueued(Samples.controlNode(.deploying), on: free))
    }

    @Test(
        "is nothing while an operator works on its machine, however long it is silent",
        arguments: ServerFlow.operated.sorted { $0.rawValue < $1.rawValue })
    func operated(state: ProvisionState) {
        let (server, silence) = (Samples.server(.active), FlowLimits.silenceLimit * 9)
        #expect(next(server, on: Self.owned(state), silence: silence) == .nothing)
        let back = Self.owned(.active)
        let limit = FlowLimits.silenceLimit
        #expect(next(server, on: back, silence: silence, nodeIdle: limit) == .nothing)
        let late = next(server, on: back, silence: silence, nodeIdle: limit + .seconds(1))
        #expect(successor(late)?.state == .evicting)
    }

    @Test(
        "is the end of its machine's use, from every state in which that may be asked for",
        arguments: [
            ProvisionState.active, .deployFailed, .error, .rescue, .rescueFailed, .unrescueFailed,
            .serviceFailed,
        ])
    func undeployed(state: ProvisionState) {
        #expect(ProvisionTable.verbs(from: state).contains(.undeploy))
        let action = next(Samples.server(.evicting), on: Self.owned(state))
        #expect(action == .request(.undeploy))
    }

    @Test("is to be switched on, where its machine is off for longer than a restart takes")
    func switchOn() {
        let off = Samples.node(.active) {
            Samples.isOwned(&$0)
            $0.powerState = .off
        }
        let (active, limit) = (Samples.server(.active), FlowLimits.switchOnDelay)
        #expect(next(active, on: off, silence: limit + .seconds(1)) == .switchOn)
        #expect(next(active, on: off, silence: limit) == .nothing)
        var other = off
        other.powerState = .on
        #expect(next(active, on: other, silence: limit + .seconds(1)) == .nothing)
        other = off
        other.maintenance = Maintenance(reason: "somebody works on it", fault: nil)
        #expect(next(active, on: other, silence: limit + .seconds(1)) == .nothing)
        other = off
        other.reservation = Reservation(holder: "", term: Term(number: 1))
        #expect(next(active, on: other, silence: limit + .seconds(1)) == .nothing)
        let lost = next(active, on: off, silence: FlowLimits.silenceLimit + .seconds(1))
        #expect(successor(lost)?.state == .evicting, "By then it is too late.")
    }

    @Test("is a rebuild, once, where one was asked for, and an active server again after it")
    func rebuild() {
        let terms = RebuildTerms(id: Identifier(text: "r-1"), ephemeral: .preserved)
        let asked = Samples.server(.active) { $0.rebuild = terms }
        #expect(successor(next(asked, on: Self.owned(.active)))?.state == .deploying)
        let waiting = Samples.server(.deploying) { $0.rebuild = terms }
        #expect(
            next(waiting, on: Self.owned(.active)) == .request(.rebuild(Samples.image, terms)))
        var node = Self.owned(.active)
        node.instance?.rebuild = terms.id
        #expect(successor(next(waiting, on: node))?.state == .starting)
        let starting = Samples.server(.starting) { $0.rebuild = terms }
        let old = next(
            starting, on: node, idle: .seconds(20), contact: Self.here, silence: .seconds(30))
        #expect(old == .nothing, "That was the system that is gone.")
        let running = successor(
            next(starting, on: node, idle: .seconds(20), contact: Self.here, silence: .seconds(1)))
        #expect(running?.state == .active)
        #expect(running?.rebuild == nil)
    }

    @Test("is no rebuild any more on another machine")
    func rebuildFailed() {
        let terms = RebuildTerms(id: Identifier(text: "r-1"))
        let server = Samples.server(.deploying) { $0.rebuild = terms }
        let evicted = successor(next(server, on: Self.owned(.deployFailed)))
        #expect(evicted?.state == .evicting)
        #expect(evicted?.rebuild == nil)
    }

    @Test("is a deployment with the layout of its flavor, where that has one")
    func layout() {
        let claimed = Samples.node(.available) { $0.allocation = Samples.instance }
        let layout = PartitionLayout(root: .gibibytes(20), ephemeral: .gibibytes(10))
        let action = ServerFlow.next(
            Samples.server(.deploying), on: claimed, image: Samples.image, layout: layout,
            idle: .zero, nodeIdle: .zero, contact: nil, silence: .zero)
        guard case .request(.deploy(let instance)) = action else {
            Issue.record("It is not deployed: \(action)")
            return
        }
        #expect(instance.layout == layout)
    }

    @Test("is another machine where its own is no longer allocated to it")
    func deallocation() {
        for other in [nil, Identifier(text: "instance-9")] {
            let node = Samples.node(.available) { $0.allocation = other }
            let freed = successor(next(Samples.server(.deploying), on: node))
            #expect(freed?.state == .unplaced)
            #expect(freed?.failedOn == ["node-1"])
            #expect(freed?.lastError == "node-1 is no longer allocated to it")
        }
    }

    @Test("is nothing while its machine is under way", arguments: ProvisionState.allCases)
    func underWay(_ state: ProvisionState) {
        guard state.isTransient else { return }
        #expect(next(Samples.server(.deploying), on: Self.owned(state)) == .nothing)
        #expect(next(Samples.server(.evicting), on: Self.owned(state)) == .nothing)
    }

    @Test("is to start where its machine is deployed as itself, and to leave where as another")
    func deployed() {
        #expect(
            successor(next(Samples.server(.deploying), on: Self.owned(.active)))?.state == .starting
        )
        let strange = Samples.node(.active) {
            $0.instance = Instance(
                id: Identifier(text: "other"), owner: "other", image: Samples.image)
        }
        #expect(successor(next(Samples.server(.deploying), on: strange))?.state == .evicting)
    }

    @Test("is to run once its system is heard, with the image that was asked for")
    func heard() {
        let server = Samples.server(.starting) { $0.failedOn = ["node-7"] }
        let running = successor(next(server, on: Self.owned(.active), contact: Self.here))
        #expect(running?.state == .active)
        #expect(running?.failedOn == [])
        let old = Contact(at: .epoch, image: "ffff")
        #expect(next(server, on: Self.owned(.active), contact: old) == .nothing)
    }

    @Test("does not run while its system is heard in another network than its own")
    func astray() {
        let node = Samples.node(.active) {
            $0.instance = Instance(
                id: Samples.instance, owner: "compute-0", image: Samples.image, vlan: .tenant)
        }
        let server = Samples.server(.starting)
        let limit = FlowLimits.startLimit
        var heard = Contact(at: .epoch, image: Samples.image.digest, vlan: .provisioning)
        #expect(next(server, on: node, idle: limit, contact: heard) == .nothing)
        let late = successor(next(server, on: node, idle: limit + .seconds(1), contact: heard))
        #expect(late?.state == .evicting)
        #expect(late?.lastError?.contains("'provisioning' and not in 'tenant'") == true)
        heard.vlan = .tenant
        #expect(successor(next(server, on: node, contact: heard))?.state == .active)
    }

    @Test("is deployed into the tenants' network where ports are bound, its undercloud's into all")
    func boundNetwork() {
        let claimed = Samples.node(.available) { $0.allocation = Samples.instance }
        func vlan(_ server: Server, _ node: Node, _ networks: NetworkInterface) -> VLAN? {
            let action = ServerFlow.next(
                server, on: node, image: Samples.image, traits: [], idle: .zero, nodeIdle: .zero,
                contact: nil, silence: .zero, networks: networks)
            guard case .request(.deploy(let instance)) = action else { return nil }
            return instance.vlan
        }
        let server = Samples.server(.deploying)
        #expect(vlan(server, claimed, .flat) == .ctlplane)
        #expect(vlan(server, claimed, .neutron) == (server.isUndercloud ? .trunk : .tenant))
        var chosen = claimed
        chosen.driverSettings = DriverSettings(interfaces: ["network_interface": "flat"])
        #expect(vlan(server, chosen, .neutron) == .ctlplane)
    }

    @Test("is to be taken away where its system is never heard, or falls silent")
    func silent() {
        let starting = Samples.server(.starting)
        let limit = FlowLimits.startLimit
        #expect(next(starting, on: Self.owned(.active), idle: limit) == .nothing)
        let late = next(starting, on: Self.owned(.active), idle: limit + .seconds(1))
        #expect(successor(late)?.state == .evicting)
        let active = Samples.server(.active)
        let silence = FlowLimits.silenceLimit
        // A machine that reboots, or whose switch does, is back by then.
        #expect(silence == .seconds(900))
        #expect(limit == .seconds(1800))
        #expect(next(active, on: Self.owned(.active), silence: silence) == .nothing)
        let lost = next(active, on: Self.owned(.active), silence: silence + .seconds(1))
        #expect(successor(lost)?.state == .evicting)
        #expect(successor(lost)?.node == "node-1")
    }

    @Test(
        "is another machine only where the old one certainly is no longer its own",
        arguments: ProvisionState.allCases)
    func eviction(_ state: ProvisionState) {
        let server = Samples.server(.evicting)
        let action = next(server, on: Self.owned(state))
        #expect(successor(action) == nil)
        if case .request(let request) = action {
            #expect(request == .undeploy)
            #expect(ProvisionTable.verbs(from: state).contains(.undeploy))
        }
        let free = successor(next(server, on: Samples.node(state)))
        #expect(free?.state == .unplaced)
        #expect(free?.node == nil)
        #expect(free?.instance == nil)
        #expect(free?.failedOn == ["node-1"])
    }

    @Test("keeps a machine that cannot be reached, since it may still run")
    func unreachable() {
        let node = Samples.node(.active) {
            Samples.isOwned(&$0)
            $0.maintenance = Maintenance(reason: "", fault: .powerFailure)
        }
        #expect(next(Samples.server(.evicting), on: node) == .nothing)
    }

    @Test("is failure after as many machines as it may be tried on")
    func attempts() {
        let server = Samples.server(.evicting) {
            $0.failedOn = (2...FlowLimits.serverAttempts).map { NodeName("node-\($0)") }
        }
        #expect(successor(next(server, on: Samples.node(.available)))?.state == .error)
    }
}
