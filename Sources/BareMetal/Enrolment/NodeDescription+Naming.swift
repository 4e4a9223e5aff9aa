extension NodeDescription {
    func named(_ name: NodeName) -> NodeDescription {
        NodeDescription(
            name: name,
            uuid: uuid,
            driver: driver,
            bmc: bmc,
            credentials: credentials,
            ports: ports,
            processors: processors,
            memory: memory,
            disk: disk,
            architecture: architecture,
            capabilities: capabilities,
            rootDevice: rootDevice,
            resourceClass: resourceClass,
            line: line
        )
    }
}
