import Hardware
public import World

extension Node {
    /// A newly enrolled node, as its operator describes it.
    ///
    /// - Parameter uuid: what it gets where the operator gave none.
    public init(_ description: NodeDescription, uuid: Identifier) {
        var capabilities: [String: String] = [:]
        for capability in description.capabilities {
            capabilities[capability.name] = capability.value
        }
        self.init(
            name: description.name, uuid: description.uuid.map(Identifier.init(text:)) ?? uuid,
            driver: description.driver, bmc: description.bmc,
            credentials: description.credentials, addresses: description.ports.map(\.address),
            properties: NodeProperties(
                processors: description.processors, memory: description.memory,
                localDisk: description.disk, architecture: description.architecture,
                capabilities: capabilities),
            rootDevice: description.rootDevice)
        resourceClass = description.resourceClass.map { ResourceClass($0) }
        conductorGroup = description.conductorGroup ?? .standard
        driverSettings = description.settings
        traits = description.traits
        raid = description.targetRAID.map { NodeRAID(target: $0) }
        skippedDevices = description.skippedDevices
        if let chosen = description.offSwitch { offSwitch = chosen }
    }
}
