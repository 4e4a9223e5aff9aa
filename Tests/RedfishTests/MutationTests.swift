import FoundationEssentials
import Hardware
import Testing

@testable import Redfish

/// Requests that nobody should send.
@Suite("Hostile requests")
struct MutationTests {
    private static let bodies: [JSON] = [
        ["ResetType": "On"], ["Boot": ["BootSourceOverrideTarget": "Pxe"]],
        ["Attributes": ["LogicalProc": "Disabled"]], ServiceTests.mirror,
        ["Image": "http://192.0.2.1/a.iso"],
        ["UserName": "x", "Password": "y", "RoleId": "Operator"],
        ["ImageURI": "http://h/a-1.2.bin"], ["DateTime": "2001-09-09T01:46:40Z"],
        ["SessionTimeout": 60], ["IndicatorLED": "Lit"],
    ]
    private static let queries = [
        "", "?$top=1", "?$skip=9", "?$expand=.", "?$select=Id", "?$filter=Id eq 'a'", "?only",
    ]

    @Test("Damaged requests are answered, and leave a service that works", arguments: 1...8)
    func damaged(seed: UInt64) {
        var (test, generator) = (TestService(), CountingGenerator(seed: seed))
        let kinds = ResourceKind.allCases
        let names = ["node-0", "RAID.1", "Disk.Bay.0", "root", "1", "admin", "Cd", "BIOS", "Fan1"]
        for _ in 0..<2000 {
            let kind = kinds.randomElement(using: &generator) ?? .root
            var path = kind.rawValue.split(separator: "/").map { part in
                part == "*" ? names.randomElement(using: &generator) ?? "" : String(part)
            }.joined(separator: "/")
            path += Self.queries.randomElement(using: &generator) ?? ""
            path = damage(path, 10, &generator)
            let method =
                [.get, .post, .patch, .delete, .options, .head].randomElement(using: &generator)
                ?? HTTPMethod.get
            let body = Self.bodies.randomElement(using: &generator) ?? .null
            let bytes = Array(damage(body.description, 3, &generator).utf8)
            let user = Data("admin:secret".utf8).base64EncodedString()
            let request = RedfishRequest(
                method, "/redfish/v1/" + path,
                fields: ["Authorization": damage("Basic " + user, 20, &generator)],
                body: method.isSafe ? [] : bytes)
            let answer = test.send(request)
            #expect((200..<600).contains(answer.status))
            #expect(answer.status != 500)
            test.now += .milliseconds(200)
        }
        test.now += .seconds(10)
        #expect(test.send(RedfishRequest(.get, "/redfish/v1/")).status == 200)
        #expect(test.service.tasks.count <= RedfishLimits.tasks)
        #expect(test.service.openSessions <= RedfishLimits.sessions)
    }

    /// Changes a byte or cuts the end off, once in so many calls.
    private func damage(
        _ text: String, _ one: Int, _ generator: inout CountingGenerator
    ) -> String {
        guard Int.random(in: 0..<one, using: &generator) == 0 else { return text }
        var bytes = Array(text.utf8)
        guard !bytes.isEmpty else { return text }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        if Bool.random(using: &generator) {
            bytes[place] = UInt8.random(in: 0...255, using: &generator)
        } else {
            bytes.removeSubrange(place...)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
