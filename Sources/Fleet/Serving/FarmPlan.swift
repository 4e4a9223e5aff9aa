public import BareMetal
import Hardware

/// The machines that a farm is to serve.
public struct FarmPlan: Sendable, Hashable {
    public internal(set) var machines: [ServedMachine]
    /// Nodes of the inventory that are not spoken to over IPMI, and so are not served.
    public let leftOut: [NodeName]

    /// Where controllers answer whose place nobody has chosen: the loopback address, and the port
    /// that virtual BMCs usually begin with.
    public static let usualHost = "127.0.0.1"
    public static let usualPort: UInt16 = 6230
    /// IPMI's own port (IPMI 2.0, section 13.1.2).
    private static let protocolPort: UInt16 = 623
    /// Ports above the first that machines may have.
    public static let largestCount = 60_000

    /// Machines that are made up.
    ///
    /// - Parameters:
    ///   - count: at most ``largestCount``.
    ///   - first: the first one's port, the others' follow; zero for any that are free.
    public init(
        count: Int, host: String = usualHost, first: UInt16 = usualPort, account: FleetAccount
    ) {
        machines = (0..<count).map {
            ServedMachine(
                number: $0, host: host, port: Self.port($0, after: first), account.credentials)
        }
        leftOut = []
    }

    /// The machines of an inventory that are spoken to over IPMI.
    ///
    /// - Parameters:
    ///   - host: takes the place of the inventory's addresses.
    ///   - first: the first one's port, which takes the place of the inventory's ports.
    public init(_ inventory: Inventory, host: String?, first: UInt16?) {
        let served = inventory.nodes.filter { Self.drivers.contains($0.driver) }
        leftOut = inventory.nodes.filter { !Self.drivers.contains($0.driver) }.map(\.name)
        // At one address the inventory's ports would meet.
        let first = first ?? (host == nil ? nil : Self.usualPort)
        machines = served.enumerated().map { index, node in
            let own = node.bmc.port.map { UInt16($0) } ?? Self.protocolPort
            return ServedMachine(
                node, host: host ?? node.bmc.host,
                port: first.map { Self.port(index, after: $0) } ?? own)
        }
    }

    /// Machines that are there already.
    public init(_ machines: [ServedMachine]) {
        self.machines = machines
        leftOut = []
    }

    private static let drivers: Set<DriverName> = ["ipmi", "intel-ipmi", "simulated"]

    private static func port(_ index: Int, after first: UInt16) -> UInt16 {
        first == 0 ? 0 : UInt16(clamping: Int(first) + index)
    }

    /// Notes the port that a machine was given.
    public mutating func setPort(_ port: UInt16, of index: Int) { machines[index].port = port }
}
