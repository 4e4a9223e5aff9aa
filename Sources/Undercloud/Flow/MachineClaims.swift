import BareMetal
import Compute
import Hardware
import Plans
import World

/// The nodes as one look read them, to be claimed for servers.
///
/// A claim is one transaction with the server's own change: it rests on the node as it was read, so
/// that a node which somebody else has, locks or changes in the meantime is not given away.
struct MachineClaims {
    private let nodes: DocumentMirror<Node>

    init(_ nodes: DocumentMirror<Node>) { self.nodes = nodes }

    /// Claims a node for a server, which names it and its instance already.
    func claim(for server: Server, flavor: Flavor?, in transaction: inout Transaction) {
        guard let name = server.node, let instance = server.instance, let stored = nodes[name.text]
        else { preconditionFailure("A node that is claimed was read.") }
        let node = stored.document
        let allocation = Allocation(
            uuid: instance, name: server.name.text,
            resourceClass: flavor?.resourceClass ?? node.resourceClass,
            traits: flavor?.traits ?? [], candidates: [name])
        transaction.replace(stored, with: AllocationPolicy.claim(node, for: allocation))
        transaction.insert(allocation.granted(name))
    }

    /// Gives back the node of a server that lets go of it before anything was deployed.
    ///
    /// - Returns: false where somebody works on the node, so that it cannot be given back now.
    func release(_ server: Server, in transaction: inout Transaction) -> Bool {
        guard let name = server.node, let instance = server.instance, let stored = nodes[name.text],
            stored.document.allocation == instance, stored.document.instance == nil
        else { return true }
        guard stored.document.reservation == nil else { return false }
        var free = stored.document
        free.allocation = nil
        transaction.replace(stored, with: free)
        transaction.remove(DocumentKey(kind: Allocation.kind, id: instance.text))
        return true
    }
}
