import Hardware

extension Node {
    /// The node as a description changes it; what that does not tell stays.
    func updated(_ description: NodeDescription) -> Node {
        var node = self
        node.driver = description.driver
        node.bmc = description.bmc
        node.credentials = description.credentials
        for port in description.ports where !node.addresses.contains(port.address) {
            node.addresses.append(port.address)
        }
        node.properties.update(description)
        node.rootDevice = description.rootDevice ?? rootDevice
        node.resourceClass = description.resourceClass.map { ResourceClass($0) } ?? resourceClass
        node.conductorGroup = description.conductorGroup ?? conductorGroup
        node.offSwitch = description.offSwitch ?? offSwitch
        if let chosen = description.settings {
            var settings = driverSettings ?? DriverSettings()
            settings.kernel = chosen.kernel ?? settings.kernel
            settings.ramdisk = chosen.ramdisk ?? settings.ramdisk
            settings.platform = chosen.platform ?? settings.platform
            settings.interfaces.merge(chosen.interfaces) { $1 }
            settings.parameters.merge(chosen.parameters) { $1 }
            node.driverSettings = settings
        }
        return node
    }
}

extension NodeProperties {
    fileprivate mutating func update(_ description: NodeDescription) {
        processors = description.processors ?? processors
        memory = description.memory ?? memory
        localDisk = description.disk ?? localDisk
        architecture = description.architecture ?? architecture
        guard !description.capabilities.isEmpty else { return }
        capabilities = [:]
        for capability in description.capabilities {
            capabilities[capability.name] = capability.value
        }
    }
}
