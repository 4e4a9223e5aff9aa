import Hardware
public import NodeAgent
import World

extension Conductor {
    /// Takes a ramdisk for the node's only where nothing it tells of its machine speaks against it.
    ///
    /// A ramdisk on another machine writes a node's image where it does not belong; one on a
    /// machine that lost a part gives a server less than was scheduled for it.
    func accept(_ facts: MachineFacts, for node: Node) async throws(ConductorError) {
        let known: MachineFacts?
        if node.provisionState == .inspectWait {
            known = nil
        } else {
            do { known = try await store.get(NodeInventory.self, node.id)?.document.facts } catch {
                throw .store(error)
            }
        }
        guard let doubt = inspector.doubt(about: facts, on: node, known: known) else { return }
        // What is held is a person's to give up.
        if node.provisionState.phase == .waiting {
            giveUp(node, "\(doubt)\(await owner(of: facts, besides: node))")
        }
        throw .strangeMachine(node.name, reason: doubt)
    }

    /// Takes note of an installed system that is heard where a ramdisk is expected, or where
    /// nothing should run any more.
    ///
    /// - Returns: what is asked of the system. One whose instance was to go and whose machine could
    ///   not be switched off (Ironic's `error`) is asked to shut down: that sets its server free,
    ///   however broken the controller is.
    public func notice(
        _ checkIn: CheckIn, from name: NodeName
    ) async throws(ConductorError) -> CheckIn.Reply {
        let stored = try await read(name.text)
        let node = stored.document
        if node.isToShutDown {
            // What was read may be old, and a system that is somebody's by now must not suffer.
            guard authority.isHeld else { throw .deposed }
            world.journal.record(BareMetalEvent.askedToShutDown(name))
            return CheckIn.Reply(.shutDown)
        }
        giveUpOnItsDisk(node)
        try await take(checkIn.raid, of: stored)
        if let vlan = checkIn.vlan { try await bindAnew(stored, foundIn: vlan) }
        return CheckIn.Reply()
    }

    private func giveUpOnItsDisk(_ node: Node) {
        guard node.provisionState.phase == .waiting, node.reservation == nil,
            node.step?.expectsAgent ?? true
        else { return }
        giveUp(node, "it started the system on its disk, and no ramdisk")
    }

    /// Which other node's machine this is, as far as the inventories tell.
    private func owner(of facts: MachineFacts, besides node: Node) async -> String {
        let inventories = try? await store.scan(NodeInventory.self).map(\.document)
        let other = inventories?.first {
            $0.node != node.name && $0.facts.identity == facts.identity
        }
        return other.map { "; it is the machine of node \($0.node)" } ?? ""
    }

    /// Says whose controller it is that answers at a node's address.
    func explain(_ error: ConductorError, on node: Node) async -> String {
        guard case .otherController(_, _, let found) = error else { return error.description }
        let nodes = try? await store.scan(Node.self).map(\.document)
        let other = nodes?.first { $0.name != node.name && $0.controllerSerial == found }
        return error.description + (other.map { ", which is the machine of node \($0.name)" } ?? "")
    }
}
