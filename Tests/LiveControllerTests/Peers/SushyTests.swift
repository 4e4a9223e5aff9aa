import Foundation
import LiveHTTP
import Testing

@Suite("Ironic's Redfish library", .serialized)
struct SushyTests {
    private static let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/sushy_client.py")

    @Test(
        "drives our service with every class of resource that it has, over TLS",
        .enabled(if: PythonPeers.hasSushy, "sushy is not installed; ci/setup installs it"),
        arguments: ["session", "basic"])
    func sushy(authentication: String) async throws {
        let folder = try PythonPeers.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let certificate = try ServerCertificate.selfSigned(for: ["127.0.0.1"], at: Date())
        let authority = folder.appending(path: "authority.pem")
        try certificate.pem.write(to: authority, atomically: true, encoding: .utf8)
        let output = folder.appending(path: "said")
        try await RunningService.serve(.tls(certificate), machines: 3) { service in
            let process = try PythonPeers.start(
                "python3",
                [
                    Self.script.path, "https://127.0.0.1:\(service.port)", authority.path,
                    authentication,
                ], output: output)
            try await PythonPeers.end(of: process)
            #expect(process.terminationStatus == 0)
        }
        let lines = try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
        #expect(lines.filter { !$0.hasPrefix("ok ") } == [])
        #expect(lines.count { $0.hasPrefix("ok ") } > 60)
    }
}
