import BareMetal
import Hardware
import Introspection

/// The bare-metal service's view of introspection.
struct RamdiskInspector: Inspector {
    private let policy = IntrospectionPolicy()

    func findings(
        of facts: MachineFacts, on node: Node
    ) throws(InspectionFailure) -> NodeFindings {
        let choice = RootDeviceChoice(hints: node.rootDevice, skipped: node.skippedDevices)
        let result: IntrospectionResult
        do {
            result = try policy.examine(
                facts, rootDisk: choice.device(among: facts.disks),
                node: IntrospectedNode(bmc: node.bmc, ports: node.addresses))
        } catch { throw InspectionFailure(error.description) }
        let found = result.properties
        let addresses = node.addresses.filter { !result.ports.removed.contains($0) }
        return NodeFindings(
            properties: NodeProperties(
                processors: found.cpus, memory: found.memory, localDisk: found.localDisk,
                architecture: found.architecture,
                capabilities: found.capabilities(over: node.properties.capabilities)),
            addresses: addresses + result.ports.created)
    }

    func doubt(about facts: MachineFacts, on node: Node, known: MachineFacts?) -> String? {
        IntrospectionPolicy.doubt(
            about: facts, on: IntrospectedNode(bmc: node.bmc, ports: node.addresses), known: known)
            ?? IntrospectionPolicy.cablingDoubt(about: facts, known: known)
    }
}
