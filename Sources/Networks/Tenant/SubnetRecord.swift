import Hardware
public import World

/// Part of a network that has addresses to give (Neutron's subnet).
public struct SubnetRecord: StoredDocument, Hashable {
    public static let kind: DocumentKind = "subnet"
    public static let version = 1

    /// Addresses that ports are given, both ends among them.
    public struct Pool: Sendable, Hashable, Codable {
        public let start: IPAddress
        public let end: IPAddress

        public init(start: IPAddress, end: IPAddress) { (self.start, self.end) = (start, end) }
    }

    public struct Route: Sendable, Hashable, Codable {
        public let destination: String
        public let nexthop: String

        public init(destination: String, nexthop: String) {
            (self.destination, self.nexthop) = (destination, nexthop)
        }
    }

    public let id: String
    public var name: String
    public let network: String
    public let block: AddressBlock
    /// Nil where there is none.
    public var gateway: IPAddress?
    public var pools: [Pool]
    public var nameservers: [String] = []
    public var routes: [Route] = []
    public var hasDHCP = true

    public init(
        id: String, name: String, network: String, block: AddressBlock, gateway: IPAddress?,
        pools: [Pool]? = nil
    ) {
        self.id = id
        self.name = name
        self.network = network
        self.block = block
        self.gateway = gateway
        self.pools = pools ?? Self.pools(of: block, without: gateway)
    }

    /// The gateway that a subnet has if nobody says otherwise: its first address.
    public static func gateway(of block: AddressBlock) -> IPAddress? { block.address(at: 1) }

    /// All addresses of hosts, without the gateway's. Source: Neutron's `generate_pools`.
    public static func pools(of block: AddressBlock, without gateway: IPAddress?) -> [Pool] {
        let isSmall = block.version.bits - block.prefix < 2
        let edge: UInt128 = isSmall ? 0 : 1
        let first = block.base.rawValue + edge
        // Version 6 has no address for all hosts of a subnet.
        let last = block.last.rawValue - (block.version == .v4 ? edge : 0)
        let part = { (from: UInt128, to: UInt128) -> [Pool] in
            from > to
                ? []
                : [
                    Pool(
                        start: IPAddress(from, block.version), end: IPAddress(to, block.version))
                ]
        }
        guard let gateway, block.contains(gateway), (first...last).contains(gateway.rawValue) else {
            return part(first, last)
        }
        let below = gateway.rawValue == first ? [] : part(first, gateway.rawValue - 1)
        let above = gateway.rawValue == last ? [] : part(gateway.rawValue + 1, last)
        return below + above
    }

    /// The first address of the pools that nobody has; nil where all are given.
    public func freeAddress(given: Set<IPAddress>) -> IPAddress? {
        for pool in pools {
            var value = pool.start.rawValue
            while value <= pool.end.rawValue {
                let address = IPAddress(value, block.version)
                if !given.contains(address), address != gateway { return address }
                value += 1
            }
        }
        return nil
    }
}
