import Foundation
import Hardware
import IPMI
import LiveWorld
import Testing

@Suite(
    "pyghmi, as a client and as a controller", .serialized,
    .enabled(if: Tool.hasPyghmi, "SKIPPED: pyghmi is not installed; ci/setup installs it"))
struct PyghmiTests {
    private static func fixture(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
            .path()
    }

    @Test("is answered whatever it asks of our controller")
    func client() throws {
        var farm = try TestFarm()
        let outcome = try farm.run(
            Tool(path: Tool.python), [Self.fixture("pyghmi_client.py"), "\(farm.port)"])
        let lines = outcome.text.split(separator: "\n")
        #expect(lines.filter { !$0.hasPrefix("ok ") } == [], "\(outcome.text)")
        #expect(lines.count > 25)
    }

    @Test("obeys our client")
    func controller() async throws {
        // A port that was free a moment ago.
        let loopback: UInt32 = 0x7F00_0001
        let port = try UDPSocket(boundTo: DatagramPeer(ipv4: loopback, port: 0)).port
        let process = Process()
        process.executableURL = URL(filePath: Tool.python)
        process.arguments = [Self.fixture("pyghmi_bmc.py"), "\(port)"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer { kill(process.processIdentifier, SIGKILL) }
        let live = try LiveIPMI()
        let access = IPMIAccess(BMCCredentials(user: "admin", password: "secret"))
        let place = DatagramPeer(ipv4: loopback, port: port)
        let bmc = IPMIController(over: await live.host(place, access))
        // It takes a while to start.
        try await LiveIPMITests.patiently { _ = try await bmc.powerState() }
        #expect(try await bmc.powerState() == .off)
        try await bmc.setPower(.on)
        #expect(try await bmc.powerState() == .on)
        try await bmc.setBootOverride(BootOverride(.network, .once))
        #expect(try await bmc.bootOverride()?.device == .network)
        try await bmc.setPower(.off)
        #expect(try await bmc.powerState() == .off)
        await live.close()
    }
}
