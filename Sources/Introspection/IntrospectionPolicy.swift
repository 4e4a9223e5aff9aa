public import Hardware

/// How a ramdisk's report becomes a node's properties and ports.
public struct IntrospectionPolicy: Sendable, Hashable, Codable {
    public let adding: PortAddition
    public let keeping: PortRetention

    /// The inspector's defaults: a port for the interface the machine started from, and no port of
    /// an operator's taken away.
    public init(adding: PortAddition = .pxe, keeping: PortRetention = .all) {
        self.adding = adding
        self.keeping = keeping
    }

    /// Judges the report and says what it changes.
    ///
    /// `rootDisk` is the disk the node's root device hints choose, nil if there is none.
    ///
    /// - Throws: all that is wrong with the report, at once.
    public func examine(
        _ facts: MachineFacts,
        rootDisk: DiskFacts?,
        node: IntrospectedNode
    ) throws(IntrospectionFailures) -> IntrospectionResult {
        let failures = failures(of: facts, node: node)
        guard failures.isEmpty else { throw IntrospectionFailures(failures) }
        return IntrospectionResult(
            properties: IntrospectedProperties(facts: facts, rootDisk: rootDisk),
            ports: portChanges(facts, existing: node.ports)
        )
    }

    private func failures(
        of facts: MachineFacts,
        node: IntrospectedNode
    ) -> [IntrospectionFailure] {
        var failures: [IntrospectionFailure] = []
        if facts.processor.count < 1 { failures.append(.noProcessors) }
        if facts.memory.mebibytes < 1 { failures.append(.noMemory) }
        if adding != .disabled && ports(of: facts).isEmpty {
            failures.append(
                .noUsableInterfaces(policy: adding, found: facts.interfaces.count)
            )
        }
        if let reported = facts.bmcHost, Self.contradicts(node.bmc.host, reported) {
            failures.append(.bmcAddressMismatch(enrolled: node.bmc.host, reported: reported))
        }
        return failures
    }
}
