/// Whether an import may delete a node.
enum NodeRemoval {
    /// Why a node may not be deleted now; nil where it may.
    static func objection(to node: Node) -> String? {
        if let reservation = node.reservation { return "it is locked by \(reservation.holder)" }
        do {
            try NodeDeletion.check(node, under: ConductorOptions())
            return nil
        } catch {
            return error.description
        }
    }
}
