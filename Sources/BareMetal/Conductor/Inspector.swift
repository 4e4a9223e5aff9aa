public import Hardware
public import NodeAgent

/// What the bare-metal service asks of introspection: what a ramdisk's findings say of a node.
public protocol Inspector: Sendable {
    /// - Throws: ``InspectionFailure`` where the findings cannot be this node's.
    func findings(of facts: MachineFacts, on node: Node) throws(InspectionFailure) -> NodeFindings

    /// The same of all that a ramdisk sent, with what its reports say beyond the facts.
    ///
    /// - Parameter last: what was kept of the introspection before; nil where there was none.
    func findings(
        of inventory: AgentInventory, on node: Node, last: IntrospectionData?
    ) throws(InspectionFailure) -> NodeFindings

    /// Why the machine with these facts cannot be the node's, or is not what it was; nil where
    /// nothing speaks against it.
    ///
    /// - Parameter known: What introspection found last; nil while it is found out.
    func doubt(about facts: MachineFacts, on node: Node, known: MachineFacts?) -> String?
}

extension Inspector {
    /// Of the facts alone; a report is kept as it came.
    public func findings(
        of inventory: AgentInventory, on node: Node, last: IntrospectionData?
    ) throws(InspectionFailure) -> NodeFindings {
        var findings = try findings(of: inventory.facts, on: node)
        findings.data = inventory.report.map {
            IntrospectionData(node: node.name, round: (last?.round ?? 0) + 1, raw: $0)
        }
        return findings
    }
}
