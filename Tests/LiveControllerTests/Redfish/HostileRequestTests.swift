import Foundation
import LiveHTTP
import Testing

@testable import Redfish

@Suite("A Redfish server and those who mean it ill")
struct HostileRequestTests {
    private static let authorization =
        "Authorization: Basic \(Data("admin:secret".utf8).base64EncodedString())\r\n"

    /// A request that asks for the end of its connection.
    private static func request(
        _ line: String, _ fields: String = authorization, body: String? = nil
    ) -> String {
        let length = body.map { "Content-Length: \($0.utf8.count)\r\n" } ?? ""
        let rest = "Host: x\r\nConnection: close\r\n\(fields)\(length)\r\n\(body ?? "")"
        return "\(line) HTTP/1.1\r\n\(rest)"
    }

    private static func status(of answer: String) -> Int? {
        answer.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    }

    /// What a server says to one request, whose service lives on.
    private func expect(
        _ request: [String], _ statuses: Int?..., at place: SourceLocation = #_sourceLocation
    ) async throws {
        try await RunningService.serve { service in
            let answer = try await RawConnection(port: service.port).exchange(request)
            #expect(
                statuses.contains(Self.status(of: answer)), "\(answer.prefix(200))",
                sourceLocation: place)
            let alive = try await RawConnection(port: service.port).exchange([
                Self.request("GET /redfish/v1/")
            ])
            #expect(Self.status(of: alive) == 200, sourceLocation: place)
        }
    }

    @Test("A body beyond the limit is refused, announced or in chunks") func oversize() async throws
    {
        let large = String(repeating: "x", count: HTTPLimits.body + 1)
        let line = "POST /redfish/v1/SessionService/Sessions"
        try await expect([Self.request(line, body: large)], 413)
        let chunk = String(large.utf8.count, radix: 16) + "\r\n\(large)\r\n0\r\n\r\n"
        try await expect(
            [Self.request(line, "Transfer-Encoding: chunked\r\n") + chunk], 413)
    }

    @Test("A body that is announced as too large is refused before it is sent")
    func expectation() async throws {
        let head =
            "POST /redfish/v1/Systems HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n"
            + "Expect: 100-continue\r\n\r\n"
        try await expect([head], 413)
    }

    @Test("Who waits for leave to send a body is given it") func leave() async throws {
        let body = #"{"UserName": "admin", "Password": "secret"}"#
        let head = Self.request(
            "POST /redfish/v1/SessionService/Sessions",
            "Content-Type: application/json\r\nExpect: 100-continue\r\n", body: body)
        try await RunningService.serve { service in
            let answer = try await RawConnection(port: service.port).exchange([head])
            #expect(answer.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201"))
        }
    }

    @Test("JSON that is deep, cut or none is refused")
    func deepJSON() async throws {
        let deep = String(repeating: "[", count: 100_000)
        let object = String(repeating: #"{"a":"#, count: 50_000)
        for body in [deep, object, #"{"AssetTag": "#, "\u{0}", #"{"AssetTag": "\ud800"}"#] {
            try await expect(
                [
                    Self.request(
                        "PATCH /redfish/v1/Systems/node-0",
                        Self.authorization + "Content-Type: application/json\r\n", body: body)
                ], 400)
        }
    }

    @Test("A header of too many or too large fields is refused") func headers() async throws {
        let some = (0...HTTPLimits.fields).map { "X-\($0): y\r\n" }.joined()
        try await expect([Self.request("GET /redfish/v1/", some)], 431)
        let flood = (0...10_000).map { "X-\($0): y\r\n" }.joined()
        try await expect([Self.request("GET /redfish/v1/", flood)], 400, 431)
        let large = "X: " + String(repeating: "y", count: 1 << 20) + "\r\n"
        try await expect([Self.request("GET /redfish/v1/", large)], 400, 431)
        let long = "GET /redfish/v1/" + String(repeating: "a", count: HTTPLimits.target)
        try await expect([Self.request(long)], 414)
    }

    @Test(
        "No path leads out of the tree",
        arguments: [
            "/redfish/v1/../../etc/passwd", "/redfish/v1/%2e%2e/%2e%2e/etc/passwd",
            "/redfish/v1/Systems/..%2f..%2fetc", "//etc/passwd", "/redfish/v1/Systems/%00",
            "/redfish/v1/Systems//node-0", "*", "/redfish/v1/Systems/%zz", "/redfish/v1/\u{1}",
        ])
    func traversal(path: String) async throws {
        try await expect([Self.request("GET \(path)")], 400, 404)
    }

    @Test("An address with scheme and host is understood") func absolute() async throws {
        try await expect([Self.request("GET http://x:8000/redfish/v1/")], 200)
        try await expect([Self.request("GET http://x")], 404)
    }

    @Test(
        "What is no HTTP is refused or closed",
        arguments: [
            "\u{16}\u{3}\u{1}", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
        ])
    func noHTTP(text: String) async throws {
        try await RunningService.serve(patience: .init(request: .milliseconds(300))) { service in
            let answer = try await RawConnection(port: service.port).exchange([text])
            #expect([nil, 400].contains(Self.status(of: answer)))
        }
    }

    @Test("A connection that trickles is closed, in the header or in the body", arguments: [0, 80])
    func slowLoris(fast: Int) async throws {
        let whole = Self.request(
            "POST /redfish/v1/SessionService/Sessions",
            "X-Filler: \(String(repeating: "f", count: 400))\r\n", body: "{}")
        // At this pace it would take two minutes.
        let parts = [String(whole.prefix(fast))] + whole.dropFirst(fast).map(String.init)
        try await RunningService.serve(patience: .init(request: .milliseconds(400))) { service in
            let answer = try await RawConnection(port: service.port)
                .exchange(parts, pause: .milliseconds(250))
            #expect(answer.isEmpty)
        }
    }

    @Test("Who says nothing at all is closed") func silence() async throws {
        try await RunningService.serve(patience: .init(request: .milliseconds(200))) { service in
            let answer = try await RawConnection(port: service.port).exchange([])
            #expect(answer.isEmpty)
        }
    }

    @Test("Who closes its writing half after a request still reads the answer")
    func halfClosed() async throws {
        try await RunningService.serve { service in
            let answer = try await RawConnection(port: service.port).exchange(
                ["GET /redfish/v1/ HTTP/1.1\r\nHost: x\r\n\r\n"], then: .halfClose)
            #expect(Self.status(of: answer) == 200)
            #expect(answer.contains("RedfishVersion"))
        }
    }

    @Test("Who closes in the middle of a request costs nothing more") func cutShort() async throws {
        try await RunningService.serve { service in
            for text in ["GET /redf", "POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc"] {
                let answer = try await RawConnection(port: service.port)
                    .exchange([text], then: .halfClose)
                #expect([nil, 400].contains(Self.status(of: answer)))
            }
        }
    }

    @Test("Requests in one go are answered in their order") func pipelined() async throws {
        let first = "GET /redfish HTTP/1.1\r\nHost: x\r\n\r\n"
        try await RunningService.serve { service in
            let answer = try await RawConnection(port: service.port).exchange([
                first + Self.request("GET /redfish/v1/")
            ])
            let versions = try #require(answer.firstRange(of: #""v1""#))
            let root = try #require(answer.firstRange(of: "RedfishVersion"))
            #expect(versions.lowerBound < root.lowerBound)
        }
    }

    @Test("HEAD tells the length and sends nothing") func head() async throws {
        try await RunningService.serve { service in
            let answer = try await RawConnection(port: service.port).exchange([
                Self.request("HEAD /redfish/v1/")
            ])
            #expect(answer.hasSuffix("\r\n\r\n"))
            #expect(answer.lowercased().contains("connection: close"))
            #expect(answer.lowercased().firstMatch(of: /content-length: [1-9]/) != nil)
        }
    }
}
