public import Hardware

extension IntrospectionPolicy {
    /// Why a ramdisk cannot be the node's that its network interfaces speak for, or why its
    /// machine is no longer what it was introspected as; nil where nothing speaks against it.
    ///
    /// - Parameter known: What introspection found last; nil where that is being found out.
    public static func doubt(
        about facts: MachineFacts,
        on node: IntrospectedNode,
        known: MachineFacts?
    ) -> String? {
        if let reported = facts.bmcHost, contradicts(node.bmc.host, reported) {
            return IntrospectionFailure.bmcAddressMismatch(
                enrolled: node.bmc.host, reported: reported
            ).description
        }
        guard let known else { return nil }
        let (serial, knownSerial) = (facts.identity.serialNumber, known.identity.serialNumber)
        if !serial.isEmpty, !knownSerial.isEmpty, serial != knownSerial {
            return "the machine says that it is \(serial), introspection found \(knownSerial)"
        }
        return loss(in: facts, since: known)
    }

    /// What introspection found and the machine has no longer. What was added is no loss.
    private static func loss(in facts: MachineFacts, since known: MachineFacts) -> String? {
        if facts.memory < known.memory {
            return "the machine has \(facts.memory) of memory, introspection found \(known.memory)"
        }
        let (count, knownCount) = (facts.processor.count, known.processor.count)
        if count < knownCount {
            return "the machine has \(count) processors, introspection found \(knownCount)"
        }
        let addresses = Set(facts.interfaces.map(\.address))
        let missing = known.interfaces.first { !addresses.contains($0.address) }
        return missing.map { "the machine has no interface \($0.address), as introspection found" }
    }
}
