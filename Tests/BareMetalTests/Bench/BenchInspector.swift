import BareMetal
import Hardware

/// Takes over what a ramdisk finds, as it is.
struct BenchInspector: Inspector {
    func findings(of facts: MachineFacts, on node: Node) throws(InspectionFailure) -> NodeFindings {
        NodeFindings(
            properties: NodeProperties(
                processors: facts.processor.count, memory: facts.memory,
                architecture: facts.processor.architecture),
            addresses: facts.interfaces.map(\.address))
    }

    func doubt(about facts: MachineFacts, on node: Node, known: MachineFacts?) -> String? {
        facts.bmcHost == node.bmc.host ? nil : "its controller is at \(facts.bmcHost ?? "?")"
    }
}
