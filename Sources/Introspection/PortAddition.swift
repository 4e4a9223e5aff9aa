/// Which of a machine's interfaces become ports (ironic-inspector's `add_ports`).
public enum PortAddition: String, Sendable, Hashable, Codable, CaseIterable {
    /// The interface the machine started from. Where that is not known, the same as `active`.
    case pxe
    /// Those with a link. The inspector asks for an address, which the ramdisk takes on every
    /// interface that has a link.
    case active
    case all
    /// None; ports are an operator's work.
    case disabled
}
