import Documents

/// An object of a network configuration: an interface, a bridge with its members, a bond …
struct NetworkObject: Sendable, Hashable {
    let kind: NetworkKind
    var name: String
    /// As it was written, for what its type alone has.
    let source: DocumentValue

    let usesDHCP: Bool
    let usesDHCPv6: Bool
    let addresses: [NetworkAddress]
    let routes: [NetworkRoute]
    let rules: [NetworkRule]
    /// Bytes; zero for what the device has by itself.
    let mtu: Int
    let isPrimary: Bool
    let hasDefaultRoute: Bool
    let isNetworkManaged: Bool
    let startsOnBoot: Bool

    /// The device's address, where it is to be found by that.
    var hardwareAddress: String?
    var members: [NetworkObject] = []
    var attachment = NetworkAttachment()
    /// The member that gives the whole its address.
    var primaryName: String?
    /// Further commands for Open vSwitch, with the object's name in its place.
    var ovsExtra: [String] = []

    var addressesV4: [NetworkAddress] { addresses.filter { !$0.isIPv6 } }
    var addressesV6: [NetworkAddress] { addresses.filter(\.isIPv6) }

    /// An option that its type alone has; nil for what is null, empty or zero.
    func option(_ key: String) -> String? {
        source[key].flatMap { $0.isTrue ? $0.text : nil }
    }

    func texts(_ key: String) -> [String] {
        source[key]?.list?.map(\.text) ?? []
    }

    /// The words that oslo takes for yes.
    static func truth(_ value: DocumentValue?, otherwise: Bool = false) -> Bool {
        guard let value else { return otherwise }
        let word = value.text.lowercased().filter { !$0.isWhitespace }
        return ["1", "t", "true", "on", "y", "yes"].contains(word)
    }

    /// Whether it or something in it is a physical function with virtual ones.
    var hasPhysicalFunction: Bool {
        kind == .sriovPF || members.contains(where: \.hasPhysicalFunction)
    }
}
