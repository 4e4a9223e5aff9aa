import Foundation
import Hardware
import LiveHTTP
import Testing

@testable import Redfish

@Suite("A server for both TLS and plain HTTP")
struct EitherTests {
    @Test("answers each client as it begins", arguments: ["http", "https"])
    func either(scheme: String) async throws {
        let certificate = try ServerCertificate.selfSigned(for: ["127.0.0.1"], at: Date())
        try await RunningService.serve(.either(certificate)) { service in
            let connections = try RedfishConnections(.pinned(certificate.fingerprint))
            let way = service.controller(connections, scheme)
            if scheme == "https" {
                try await BMCContract(bmc: way).switchesPower()
            } else {
                let answer = try await RawConnection(port: service.port).exchange([
                    "GET /redfish HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                ])
                #expect(answer.hasPrefix("HTTP/1.1 200"))
            }
            await connections.close()
        }
    }

    @Test("Requests that wait for a thread are answered in order, and told when nobody answers")
    func queue() async {
        let (calls, calling) = AsyncStream.makeStream(of: Void.self)
        let queue = RequestQueue { calling.yield() }
        async let first = queue.ask(RedfishRequest(.get, "/redfish"))
        for await _ in calls { break }
        queue.answerAll { _ in RedfishResponse(204) }
        #expect(await first.status == 204)
        async let second = queue.ask(RedfishRequest(.get, "/redfish"))
        for await _ in calls { break }
        queue.close()
        #expect(await second.status == 503)
        #expect(await queue.ask(RedfishRequest(.get, "/redfish")).status == 503)
    }
}
