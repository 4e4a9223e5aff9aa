import Hardware

extension Port {
    /// A newly enrolled interface, as its operator describes it.
    public init(_ description: PortDescription, of node: NodeName) {
        self.init(address: description.address, node: node)
        self = updated(description)
    }

    /// The port as a description changes it; what that does not tell stays.
    func updated(_ description: PortDescription) -> Port {
        var port = self
        port.isPXEEnabled = description.isPXEEnabled ?? isPXEEnabled
        port.isSmartNIC = description.isSmartNIC ?? isSmartNIC
        port.localLink = description.localLink ?? localLink
        port.physicalNetwork =
            description.physicalNetwork.map { PhysicalNetwork($0) } ?? physicalNetwork
        return port
    }
}
