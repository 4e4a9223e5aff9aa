public import Hardware

/// What the bare-metal service asks of introspection: what a ramdisk's findings say of a node.
public protocol Inspector: Sendable {
    /// - Throws: ``InspectionFailure`` where the findings cannot be this node's.
    func findings(of facts: MachineFacts, on node: Node) throws(InspectionFailure) -> NodeFindings
}
