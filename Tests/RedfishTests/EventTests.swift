import Hardware
import Testing

@testable import Redfish

/// The event service (DSP0266, eventing).
@Suite("Events")
struct EventTests {
    private static let subscription: JSON = [
        "Destination": "http://192.0.2.9:8080/inbox?x=1", "Protocol": "Redfish", "Context": "mine",
        "HttpHeaders": [["X-Token": "letmein"]],
    ]

    private static func subscribed() -> (TestService, String) {
        var test = TestService()
        let answer = test.ask(.post, "EventService/Subscriptions", subscription)
        return (test, answer.fields["Location"] ?? "")
    }

    @Test("Are posted to whoever subscribed, from then on, with what was asked for beside them")
    func delivery() throws {
        var test = TestService()
        test.service.append(.warning, "old", toLogOf: 0, at: .zero)
        #expect(
            test.ask(.post, "EventService/Subscriptions", Self.subscription).status == 201)
        test.service.append(.critical, "fan failed", toLogOf: 0, at: .zero)
        _ = test.ask(.get, "")
        let deliveries = test.service.takeDeliveries()
        #expect(deliveries.count == 1)
        let delivery = try #require(deliveries.first)
        #expect(delivery.destination == "http://192.0.2.9:8080/inbox?x=1")
        #expect(delivery.request.target == "/inbox?x=1")
        #expect(delivery.request.fields["X-Token"] == "letmein")
        let body = try JSON(parsing: delivery.request.body)
        #expect(body["Context"] == "mine")
        let event = try #require(body["Events"]?.list?.first)
        #expect(event["Message"] == "fan failed")
        #expect(event["Severity"] == "Critical")
        #expect(
            event["OriginOfCondition"]?["@odata.id"]?.text == "/redfish/v1/Systems/node-0")
        #expect(test.service.takeDeliveries().isEmpty)
    }

    @Test("Are asked for as a test, and no more once nobody listens")
    func testEvent() {
        var (test, path) = Self.subscribed()
        let action = "EventService/Actions/EventService.SubmitTestEvent"
        #expect(test.ask(.post, action, ["MessageId": "Base.1.13.Success"]).status == 204)
        #expect(test.service.takeDeliveries().count == 1)
        #expect(test.ask(.post, action, ["Message": "x"]).status == 400)
        #expect(test.ask(.delete, path).status == 204)
        #expect(test.ask(.post, action, ["MessageId": "Base.1.13.Success"]).status == 204)
        #expect(test.service.takeDeliveries().isEmpty)
    }

    @Test("A subscription shows no header fields, and changes in nothing but its context")
    func subscription() {
        var (test, path) = Self.subscribed()
        let body = test.ask(.get, path)
        #expect(body.json?["HttpHeaders"] == .null)
        #expect(!String(decoding: body.body, as: UTF8.self).contains("letmein"))
        #expect(test.ask(.patch, path, ["Context": "yours"]).json?["Context"] == "yours")
        #expect(test.ask(.patch, path, ["Destination": "http://x/"]).status == 400)
        #expect(test.read("EventService/Subscriptions")["Members@odata.count"] == 1)
    }

    @Test(
        "Are not sent where nobody can listen",
        arguments: [
            ["Protocol": "Redfish"], ["Destination": 1], ["Destination": "ftp://x/"],
            ["Destination": "http://x/", "Protocol": "SNMPv2c"],
            ["Destination": "http://x/", "EventTypes": ["Nonsense"]],
            ["Destination": "http://x/", "HttpHeaders": [["A\nB": "c"]]],
            ["Destination": "http://x/", "Unknown": true],
        ] as [JSON])
    func refusals(_ body: JSON) {
        var test = TestService()
        #expect(test.ask(.post, "EventService/Subscriptions", body).status == 400)
    }

    @Test("A reader may not subscribe, and there is an end to subscriptions")
    func bounds() {
        var test = TestService()
        let path = "EventService/Subscriptions"
        #expect(test.ask(.post, path, Self.subscription, as: "reader").status == 403)
        for _ in 0..<RedfishLimits.subscriptions {
            #expect(test.ask(.post, path, Self.subscription).status == 201)
        }
        #expect(test.ask(.post, path, Self.subscription).status == 503)
    }
}
