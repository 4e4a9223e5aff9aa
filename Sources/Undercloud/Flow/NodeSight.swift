import BareMetal

/// What of a node makes it "as it was" for the flow's patience.
struct NodeSight: Equatable {
    let state: ProvisionState
    let failures: Int

    init(_ node: Node) {
        state = node.provisionState
        failures = node.failures
    }
}
