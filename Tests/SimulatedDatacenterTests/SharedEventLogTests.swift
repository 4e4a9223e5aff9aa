import Hardware
import IPMI
import Redfish
import Simulation
import Testing

@testable import SimulatedDatacenter

/// One machine behind both protocols.
@Suite("A machine's event log")
struct SharedEventLogTests {
    private static let user = BMCCredentials(user: "admin", password: "password")

    private static func ipmi(_ node: SimulatedMachine) -> FakeBMC<SimulatedHost> {
        let profile = SimulatedMachine.controllerProfile([
            UserAccount(name: user.user, password: user.password, privilege: .administrator)
        ])
        return FakeBMC(
            profile, host: SimulatedHost(node),
            identity: BMCIdentity(manufacturer: "A", product: "B", serialNumber: "C"),
            guid: SystemGUID(high: 1, low: 2),
            place: ControllerPlace(
                ipv4: 0x7F00_0001, mac: MACAddress(rawValue: 0x0200_0000_0001)),
            epoch: node.controllerDate)
    }

    private static func redfish(_ node: SimulatedMachine) -> FakeRedfish<SimulatedHost> {
        let system = RedfishSystem(id: "one", name: "one", uuid: "u", host: SimulatedHost(node))
        return FakeRedfish(
            SimulatedMachine.redfishProfile, systems: [system],
            accounts: [RedfishAccount(name: "admin", password: "password", role: .administrator)],
            uuid: "s", epoch: node.controllerDate)
    }

    /// Asks a controller over IPMI, in a session of its own.
    private static func ask(
        _ bmc: inout FakeBMC<SimulatedHost>, _ function: UInt8, _ number: UInt8, _ data: [UInt8]
    ) throws -> [UInt8] {
        var (client, random) = (IPMIClient(), SeededGenerator(seed: 7))
        let place = DatagramPeer(ipv4: 0x0A00_0001, port: 623)
        let host = client.add(place, IPMIAccess(user))
        let request = IPMIRequest(function: function, number: number, data: data)
        var output = client.submit(
            request, to: host, RequestTicket(1), at: .zero, using: &random)
        while output.completions.isEmpty {
            let datagram = try #require(output.datagrams.first)
            let answers = bmc.receive(datagram.bytes, from: place, at: .zero, using: &random)
            let answer = try #require(answers.first)
            output = client.receive(answer.bytes, from: place, at: .zero, using: &random)
        }
        return try output.completions[0].result.get()
    }

    private static func entries(_ service: inout FakeRedfish<SimulatedHost>) -> [JSON] {
        let path = "/redfish/v1/Systems/one/LogServices/SEL/Entries"
        return send(&service, .get, path).json?["Members"]?.list ?? []
    }

    private static func send(
        _ service: inout FakeRedfish<SimulatedHost>, _ method: HTTPMethod, _ path: String
    ) -> RedfishResponse {
        var random = SeededGenerator(seed: 7)
        let fields: HTTPFields = ["Authorization": "Basic YWRtaW46cGFzc3dvcmQ="]
        return service.respond(
            to: RedfishRequest(method, path, fields: fields), at: .zero, using: &random)
    }

    @Test("is one over IPMI, over Redfish and for the machine itself")
    func oneLog() throws {
        let lab = Lab()
        var (bmc, service) = (Self.ipmi(lab.node), Self.redfish(lab.node))
        lab.node.pressPowerButton()
        lab.pass(.seconds(10))
        #expect(Self.entries(&service).first?["Message"] == "power on")
        // ACPI state, S0.
        let record = try Self.ask(&bmc, 0x0A, 0x43, [0, 0, 0, 0, 0, 0xFF])
        #expect(record.dropFirst(2)[12...14] == [0x22, 0xF0, 0x6F])
        // A memory error that software on the machine reports.
        let event: [UInt8] = [0, 0, 2, 0, 0, 0, 0, 0x20, 0, 4, 0x0C, 0x77, 0x6F, 0, 0xFF, 0xFF]
        #expect(try Self.ask(&bmc, 0x0A, 0x44, event) == [2, 0])
        #expect(
            Self.entries(&service).last?["Message"]
                == "memory sensor 77h: correctable memory error")
        #expect(lab.node.state.look { $0.log.entries.count } == 2)
    }

    @Test("is cleared by either protocol for both")
    func clearing() throws {
        let lab = Lab()
        var (bmc, service) = (Self.ipmi(lab.node), Self.redfish(lab.node))
        lab.node.log(.driveFault, .critical, "disk: dead")
        let clear = "/redfish/v1/Systems/one/LogServices/SEL/Actions/LogService.ClearLog"
        #expect(Self.send(&service, .post, clear).status == 204)
        #expect(try Self.ask(&bmc, 0x0A, 0x40, [])[1...2] == [0, 0])
        lab.node.log(.driveFault, .critical, "disk: dead")
        let held = try Self.ask(&bmc, 0x0A, 0x42, [])
        _ = try Self.ask(&bmc, 0x0A, 0x47, held + Array("CLR".utf8) + [0xAA])
        #expect(Self.entries(&service).isEmpty)
    }

    @Test("has the time of the controller's clock, whoever sets it")
    func clock() throws {
        let lab = Lab()
        var (bmc, service) = (Self.ipmi(lab.node), Self.redfish(lab.node))
        _ = try Self.ask(&bmc, 0x0A, 0x49, [0, 0, 0, 0])
        lab.node.log(.driveFault, .critical, "disk: dead")
        #expect(
            Self.entries(&service).first?["Created"]?.text?.hasPrefix("1970-01-01T00:00") == true)
    }
}
