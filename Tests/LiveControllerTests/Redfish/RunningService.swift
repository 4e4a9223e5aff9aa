import Hardware
import LiveHTTP

@testable import Redfish

/// Our service on loopback.
struct RunningService {
    let desk: RedfishDesk<StandaloneSystem>
    let port: Int

    /// Runs it while `body` lasts.
    static func serve(
        _ security: ServerSecurity = .plain, machines: Int = 1,
        patience: RedfishServer.Patience = RedfishServer.Patience(),
        _ body: @escaping @Sendable (RunningService) async throws -> Void
    ) async throws {
        let desk = RedfishDesk(Self.service(machines: machines))
        let server = RedfishServer(
            host: "127.0.0.1", port: 0, security: security, patience: patience
        ) { await desk.respond(to: $0) }
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup { group in
            group.addTask {
                defer { listening.finish() }
                try await server.run { listening.yield($0) }
            }
            group.addTask {
                for await port in ports {
                    try await body(RunningService(desk: desk, port: port))
                    break
                }
            }
            defer { group.cancelAll() }
            // The server ends first only where it fails.
            try await group.next()
        }
    }

    static func service(machines: Int) -> FakeRedfish<StandaloneSystem> {
        let profile = RedfishProfile(raid: raid, taskDuration: .milliseconds(200))
        let systems = (0..<machines).map { index in
            RedfishSystem(
                id: "node-\(index)", name: "Node \(index)",
                uuid: "38384634-2938-2342-8820-4892" + String(10_000_000 + index),
                host: StandaloneSystem(profile, facts: facts))
        }
        return FakeRedfish(
            profile, systems: systems,
            accounts: [RedfishAccount(name: "admin", password: "secret", role: .administrator)],
            uuid: "92384634-2938-2342-8820-489239905423", epoch: .seconds(1_700_000_000))
    }

    func origin(_ scheme: String) -> ServiceOrigin {
        guard let origin = ServiceOrigin("\(scheme)://127.0.0.1:\(port)") else {
            preconditionFailure("A port makes no origin wrong.")
        }
        return origin
    }

    /// Our client's controller of the first machine.
    func controller(
        _ connections: RedfishConnections, _ scheme: String = "http", password: String = "secret"
    ) -> RedfishController<RedfishConnection> {
        RedfishController(
            over: connections.service(at: origin(scheme)),
            access: RedfishAccess(
                BMCCredentials(user: "admin", password: password), system: "node-0"))
    }

    private static let facts = MachineFacts(
        identity: BMCIdentity(manufacturer: "Acme", product: "R1", serialNumber: "SN1"),
        processor: ProcessorFacts(count: 16, architecture: "x86_64", model: "Xeon"),
        memory: .gibibytes(64), disks: [],
        interfaces: [
            InterfaceFacts(
                name: "eth0", address: MACAddress(rawValue: 0x5254_0000_0001), hasCarrier: true,
                speed: .gigabits(10))
        ], bmcHost: nil, bootMode: .uefi, bootInterface: nil)

    private static let raid = RAIDInventory(
        controllers: ["RAID.1"],
        disks: (0..<4).map { index in
            RAIDDisk(
                name: RAIDDiskName("Disk.Bay.\(index)"), controller: "RAID.1",
                size: .gibibytes(100), medium: .ssd, attachment: .sas)
        }, volumes: [])
}
