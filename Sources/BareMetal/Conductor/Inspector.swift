public import Hardware

/// What the bare-metal service asks of introspection: what a ramdisk's findings say of a node.
public protocol Inspector: Sendable {
    /// - Throws: ``InspectionFailure`` where the findings cannot be this node's.
    func findings(of facts: MachineFacts, on node: Node) throws(InspectionFailure) -> NodeFindings

    /// Why the machine with these facts cannot be the node's, or is not what it was; nil where
    /// nothing speaks against it.
    ///
    /// - Parameter known: What introspection found last; nil while it is found out.
    func doubt(about facts: MachineFacts, on node: Node, known: MachineFacts?) -> String?
}
