import BareMetal
import Hardware
import Plans
import World

/// The nodes as one look read them, to be claimed for servers.
///
/// A claim is one transaction with the server's own change: it rests on the node as it was read, so
/// that a node which somebody else has, locks or changes in the meantime is not given away.
struct MachineClaims {
    /// In order of name.
    private let nodes: [Stored<Node>]

    init(_ nodes: [Stored<Node>]) { self.nodes = nodes }

    /// Claims a node for a server, which names it and its instance already.
    func claim(for server: Server, flavor: Flavor?, in transaction: inout Transaction) {
        guard let name = server.node, let instance = server.instance, let stored = self[name]
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
        guard let name = server.node, let instance = server.instance, let stored = self[name],
            stored.document.allocation == instance, stored.document.instance == nil
        else { return true }
        guard stored.document.reservation == nil else { return false }
        var free = stored.document
        free.allocation = nil
        transaction.replace(stored, with: free)
        transaction.remove(DocumentKey(kind: Allocation.kind, id: instance.text))
        return true
    }

    private subscript(name: NodeName) -> Stored<Node>? {
        var (low, high) = (0, nodes.count)
        while low < high {
            let middle = (low + high) / 2
            if nodes[middle].document.name < name { low = middle + 1 } else { high = middle }
        }
        guard low < nodes.count, nodes[low].document.name == name else { return nil }
        return nodes[low]
    }
}
