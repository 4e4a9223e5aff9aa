import FoundationEssentials
import Hardware

@testable import Redfish

/// A service in front of some machines, with an administrator, an operator and a reader.
struct TestService {
    var service: FakeRedfish<StandaloneSystem>
    var now = Duration.zero
    private var generator = CountingGenerator()

    init(_ profile: RedfishProfile = RedfishProfile(raid: TestService.raid), machines: Int = 1) {
        let systems = (0..<machines).map { index in
            RedfishSystem(
                id: "node-\(index)", name: "Node \(index)", uuid: "uuid-\(index)",
                host: StandaloneSystem(profile, facts: Self.facts))
        }
        service = FakeRedfish(
            profile, systems: systems,
            accounts: [
                RedfishAccount(name: "admin", password: "secret", role: .administrator),
                RedfishAccount(name: "op", password: "secret", role: .operator),
                RedfishAccount(name: "reader", password: "secret", role: .readOnly),
            ], uuid: "92384634-2938-2342-8820-489239905423", epoch: .seconds(1_700_000_000))
    }

    var host: StandaloneSystem { service.systems[0].host }

    mutating func send(_ request: RedfishRequest) -> RedfishResponse {
        service.respond(to: request, at: now, using: &generator)
    }

    /// Asks with basic authentication.
    mutating func ask(
        _ method: HTTPMethod, _ path: String, _ json: JSON? = nil, as user: String = "admin",
        fields: HTTPFields = [:]
    ) -> RedfishResponse {
        var fields = fields
        fields.add("Authorization", "Basic " + Data("\(user):secret".utf8).base64EncodedString())
        let target = path.hasPrefix("/") ? path : "/redfish/v1/" + path
        guard let json else { return send(RedfishRequest(method, target, fields: fields)) }
        return send(RedfishRequest(method, target, fields: fields, json: json))
    }

    mutating func read(_ path: String) -> JSON { ask(.get, path).json ?? .null }

    static let facts = MachineFacts(
        identity: BMCIdentity(manufacturer: "Acme", product: "R1", serialNumber: "SN1"),
        processor: ProcessorFacts(count: 16, architecture: "x86_64", model: "Xeon"),
        memory: .gibibytes(64), disks: [],
        interfaces: [
            InterfaceFacts(
                name: "eth0", address: MACAddress(rawValue: 0x5254_0000_0001), hasCarrier: true,
                speed: .gigabits(10))
        ], bmcHost: nil, bootMode: .uefi, bootInterface: nil)

    static let raid = RAIDInventory(
        controllers: ["RAID.1"],
        disks: (0..<4).map { index in
            RAIDDisk(
                name: RAIDDiskName("Disk.Bay.\(index)"), controller: "RAID.1",
                size: .gibibytes(100), medium: .ssd, attachment: .sas)
        }, volumes: [])
}

extension RedfishResponse {
    /// The key of the message that a refusal carries.
    var messageKey: String? {
        let info = json?["error"]?["@Message.ExtendedInfo"]?.list?.first
        return info?["MessageId"]?.text?.split(separator: ".").last.map(String.init)
    }
}
