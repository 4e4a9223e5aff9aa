import Foundation
import Hardware
import LiveHTTP
import Testing

@testable import Redfish

@Suite("A Redfish client and a service over loopback")
struct RedfishOverHTTPTests {
    /// Runs `body` with the controller of a service in TLS, whose certificate is checked so.
    private func withController(
        _ check: @escaping @Sendable (ServerCertificate) throws -> CertificateCheck,
        _ body: @escaping @Sendable (RedfishController<RedfishConnection>) async throws -> Void
    ) async throws {
        let certificate = try ServerCertificate.selfSigned(for: ["127.0.0.1"], at: Date())
        try await RunningService.serve(.tls(certificate)) { service in
            let connections = try RedfishConnections(check(certificate))
            try await body(service.controller(connections, "https"))
            await connections.close()
        }
    }

    @Test("switch power, one asking like two") func power() async throws {
        try await withController({ .pinned($0.fingerprint) }) {
            try await BMCContract(bmc: $0).switchesPower()
        }
    }

    @Test("reset machines, and leave those that are off") func resets() async throws {
        try await withController({ .pinned($0.fingerprint) }) {
            try await BMCContract(bmc: $0).resets()
            try await BMCContract(bmc: $0).asksGuests()
        }
    }

    @Test(
        "choose the next boot",
        arguments: BootDevice.allCases, [BootOverride.Persistence.once, .persistent])
    func boot(device: BootDevice, persistence: BootOverride.Persistence) async throws {
        try await withController({ .pinned($0.fingerprint) }) {
            try await BMCContract(bmc: $0).chooses(device, persistence)
        }
    }

    @Test("tell sensors, logs and who they are") func health() async throws {
        try await withController({ .pinned($0.fingerprint) }) {
            try await BMCContract(bmc: $0).readsSensors()
            try await BMCContract(bmc: $0).tellsWhoItIs()
            try await BMCContract(bmc: $0).clearsLog()
        }
    }

    @Test("make a volume as a task, and delete it") func volumes() async throws {
        try await withController({ .pinned($0.fingerprint) }) { bmc in
            let request = RAIDVolumeRequest(
                name: "root", controller: "RAID.1", level: .mirror, size: nil,
                disks: ["Disk.Bay.0", "Disk.Bay.1"])
            try await bmc.createVolume(request)
            #expect(try await bmc.raidInventory().volumes.map(\.name) == ["root"])
            try await bmc.deleteVolume("root")
            #expect(try await bmc.raidInventory().volumes.isEmpty)
        }
    }

    @Test("verify a certificate by the authority that is trusted") func verified() async throws {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "updraft-\(UUID().uuidString).pem")
        defer { try? FileManager.default.removeItem(at: file) }
        try await withController({ certificate in
            try certificate.pem.write(to: file, atomically: true, encoding: .utf8)
            return .verified(authorities: file.path)
        }) { bmc in
            let power = try await bmc.powerState()
            #expect(power == .off)
        }
    }

    @Test("take any certificate only where that was asked for") func ignored() async throws {
        try await withController({ _ in .ignored }) { bmc in
            let power = try await bmc.powerState()
            #expect(power == .off)
        }
    }

    @Test("refuse a certificate that nobody vouches for, or that is another than the pinned one")
    func untrusted() async throws {
        let other = try ServerCertificate.selfSigned(for: ["127.0.0.1"], at: Date())
        for check in [CertificateCheck.verified(authorities: nil), .pinned(other.fingerprint)] {
            try await withController({ _ in check }) { bmc in
                await #expect(throws: RedfishError.untrusted.asBMCError) {
                    try await bmc.powerState()
                }
            }
        }
    }

    @Test("Nothing is sent to a service that is not the pinned one") func nothingSent() async throws
    {
        let certificate = try ServerCertificate.selfSigned(for: ["127.0.0.1"], at: Date())
        let other = try ServerCertificate.selfSigned(for: ["127.0.0.1"], at: Date())
        try await RunningService.serve(.tls(certificate)) { service in
            let connections = try RedfishConnections(.pinned(other.fingerprint))
            let bmc = service.controller(connections, "https", password: "wrong")
            _ = try? await bmc.powerState()
            #expect(await service.desk.change { $0.failedLogIns } == 0)
            await connections.close()
        }
    }

    @Test("A wrong password is refused, and the answer kept back when there were many")
    func wrongPassword() async throws {
        try await RunningService.serve { service in
            let connections = try RedfishConnections(.ignored)
            for _ in 0..<RedfishLimits.freeFailures + 1 {
                await #expect(throws: BMCError.unauthorized) {
                    try await service.controller(connections, password: "guess").powerState()
                }
            }
            #expect(
                await service.desk.change { $0.failedLogIns } == RedfishLimits.freeFailures + 1)
            await connections.close()
        }
    }

    @Test("A service that is not there is unreachable, and that is transient") func absent()
        async throws
    {
        let connections = try RedfishConnections(.ignored)
        // Port 9 is `discard`, which nobody has.
        let origin = try #require(ServiceOrigin("http://127.0.0.1:9"))
        let connection = connections.service(at: origin)
        await #expect(throws: RedfishTransportError.notConnected) {
            try await connection.send(RedfishRequest(.get, "/redfish/v1/"))
        }
        #expect(RedfishError.timeout(waited: .zero).isTransient)
        await connections.close()
    }

    @Test("Many requests at once are all answered") func many() async throws {
        try await RunningService.serve(machines: 50) { service in
            let connections = try RedfishConnections(.ignored)
            let connection = connections.service(at: service.origin("http"))
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<200 {
                    group.addTask {
                        try await connection.send(RedfishRequest(.get, "/redfish/v1/")).status
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == Array(repeating: 200, count: 200))
            await connections.close()
        }
    }

    @Test(
        "Addresses of services are read, and wrong ones refused",
        arguments: [
            ("https://192.0.2.7:8443/redfish/v1", "https://192.0.2.7:8443"),
            ("192.0.2.7", "https://192.0.2.7"), ("HTTP://bmc-1.example", "http://bmc-1.example"),
            ("http://[2001:db8::1]:8000", "http://[2001:db8::1]:8000"), ("ftp://host", nil),
            ("https://", nil), ("https://user:pass@host", nil), ("https://host:99999", nil),
            ("https://host:", nil), ("", nil), ("http://[::1", nil), ("http://a b", nil),
        ])
    func origins(text: String, origin: String?) {
        #expect(ServiceOrigin(text)?.description == origin)
    }

    @Test("Fingerprints are read as openssl writes them, with colons or without")
    func fingerprints() throws {
        let certificate = try ServerCertificate.selfSigned(for: ["localhost"], at: Date())
        let text = certificate.fingerprint.description
        #expect(CertificateFingerprint(text) == certificate.fingerprint)
        #expect(
            CertificateFingerprint(text.lowercased().filter { $0 != ":" })
                == certificate.fingerprint)
        #expect(CertificateFingerprint("AA:BB") == nil)
        #expect(CertificateFingerprint(text.dropLast() + "g") == nil)
    }
}
