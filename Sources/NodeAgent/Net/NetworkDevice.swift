/// A network device of a machine, as far as configuring it needs to know.
public struct NetworkDevice: Sendable, Hashable {
    public let name: String
    /// As the kernel writes it.
    public let address: String
    /// Whether its link is up.
    public let isActive: Bool
    /// Whether it is hardware, and no virtual function of some.
    public let isPhysical: Bool
    /// Whether it stays with the kernel when DPDK takes it.
    public let isMellanox: Bool
    /// Where it is on the PCI bus, as DPDK names it; nil where that is not known.
    public let pciAddress: String?

    public init(
        name: String, address: String, isActive: Bool = true, isPhysical: Bool = true,
        isMellanox: Bool = false, pciAddress: String? = nil
    ) {
        self.name = name
        self.address = address
        self.isActive = isActive
        self.isPhysical = isPhysical
        self.isMellanox = isMellanox
        self.pciAddress = pciAddress
    }
}
