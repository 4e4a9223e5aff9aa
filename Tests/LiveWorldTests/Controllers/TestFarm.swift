import Hardware
import IPMI
import LiveWorld

/// Fake controllers on loopback, with one user of each privilege.
struct TestFarm: ~Copyable {
    static let profile = ControllerProfile(accounts: [
        UserAccount(name: "admin", password: "secret", privilege: .administrator),
        UserAccount(name: "oper", password: "operpw", privilege: .operator),
        UserAccount(name: "user", password: "userpw", privilege: .user),
    ])
    private static let loopback: UInt32 = 0x7F00_0001

    var farm: BMCFarm<StandaloneHost>
    let port: UInt16

    init() throws {
        var farm = try BMCFarm<StandaloneHost>()
        port = try farm.add(at: DatagramPeer(ipv4: Self.loopback, port: 0)) { port in
            FakeBMC(
                Self.profile, host: StandaloneHost(Self.profile, power: .on),
                identity: BMCIdentity(
                    manufacturer: "Updraft", product: "Node", serialNumber: "SN1000"),
                guid: SystemGUID(high: 1, low: 2),
                place: ControllerPlace(
                    ipv4: Self.loopback, port: port, mac: MACAddress(rawValue: 0x5254_0000_0001)),
                epoch: .seconds(1_700_000_000))
        }
        self.farm = farm
    }

    /// Runs a tool against the controller.
    mutating func run(_ tool: Tool, _ arguments: [String]) throws -> Tool.Outcome {
        try tool.run(arguments) { farm.serve(for: Tool.turn) }
    }

    /// `ipmitool` over IPMI 2.0.
    mutating func ipmitool(
        _ arguments: String, user: String = "admin", password: String = "secret",
        interface: [String] = ["lanplus", "-C", "17"]
    ) throws -> Tool.Outcome {
        guard let tool = Tool("ipmitool") else { preconditionFailure("Not installed.") }
        let access = ["-H", "127.0.0.1", "-p", "\(port)", "-U", user, "-P", password]
        return try run(
            tool, ["-I"] + interface + access + arguments.split(separator: " ").map(String.init))
    }

    /// One of FreeIPMI's tools.
    mutating func freeIPMI(_ name: String, _ arguments: String) throws -> Tool.Outcome {
        guard let tool = Tool(name) else { preconditionFailure("Not installed.") }
        let access = ["-h", "127.0.0.1:\(port)", "-u", "admin", "-p", "secret", "-l", "ADMIN"]
        return try run(tool, access + arguments.split(separator: " ").map(String.init))
    }
}
