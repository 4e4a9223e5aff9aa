/// An address of an interface with the length of its network's prefix.
struct NetworkAddress: Sendable, Hashable {
    /// As it was written.
    let text: String
    let network: IPNetwork

    var isIPv6: Bool { network.isIPv6 }
}
