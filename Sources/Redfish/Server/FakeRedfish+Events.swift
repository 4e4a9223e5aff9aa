import Hardware

/// Telling of events (DSP0266, eventing; schemas EventService, EventDestination and Event).
extension FakeRedfish {
    private static var types: [String] { ["Alert"] }

    func eventBody(_ address: ResourceAddress) throws(RedfishFault) -> JSON {
        switch address.kind {
        case .eventService: return eventService(address)
        case .subscriptions:
            return collection(
                address, type: "EventDestinationCollection", name: "Event Subscriptions",
                subscriptions.map { ResourceAddress(.subscription, $0.id) })
        default: return body(of: subscriptions[try place(ofSubscription: address)])
        }
    }

    private func eventService(_ address: ResourceAddress) -> JSON {
        var body = resource(
            address, type: "EventService.v1_7_0.EventService", id: "EventService",
            name: "Event Service")
        body["ServiceEnabled"] = true
        body["Status"] = Self.enabled
        body["DeliveryRetryAttempts"] = .integer(0)
        body["DeliveryRetryIntervalSeconds"] = .integer(0)
        body["EventFormatTypes"] = ["Event"]
        body["EventTypesForSubscription"] = .list(Self.types.map { .text($0) })
        body["Subscriptions"] = ResourceAddress(.subscriptions).link
        body["Actions"] = [
            "#EventService.SubmitTestEvent": [
                "target": .text(ResourceAddress(.submitTestEvent).path)
            ]
        ]
        return .object(body)
    }

    private func body(of subscription: RedfishSubscription) -> JSON {
        var body = resource(
            ResourceAddress(.subscription, subscription.id),
            type: "EventDestination.v1_11_0.EventDestination", id: subscription.id,
            name: "Event Subscription")
        body["Destination"] = .text(subscription.destination)
        body["Protocol"] = "Redfish"
        body["Context"] = .orNull(subscription.context)
        body["EventFormatType"] = "Event"
        body["SubscriptionType"] = "RedfishEvent"
        body["EventTypes"] = .list(
            (subscription.types.isEmpty ? Self.types : subscription.types).map { .text($0) })
        // They may hold secrets.
        body["HttpHeaders"] = .null
        return .object(body)
    }

    private func place(
        ofSubscription address: ResourceAddress
    ) throws(RedfishFault) -> Int {
        guard let place = subscriptions.firstIndex(where: { $0.id == address.names[0] }) else {
            throw .missing(address.path)
        }
        return place
    }

    mutating func subscribe(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        guard subscriptions.count < RedfishLimits.subscriptions else {
            throw .limitReached("There are as many subscriptions as there may be.")
        }
        subscriptionsMade += 1
        let made = try Self.subscription(try call.object(), String(subscriptionsMade))
        if subscriptions.isEmpty { eventsSeen = eventsLogged }
        subscriptions.append(made)
        return RedfishResponse(
            201, fields: ["Location": ResourceAddress(.subscription, made.id).path],
            json: body(of: made))
    }

    private static func subscription(
        _ object: JSONObject, _ id: String
    ) throws(RedfishFault) -> RedfishSubscription {
        let known = [
            "Destination", "Protocol", "Context", "EventTypes", "EventFormatType", "HttpHeaders",
            "SubscriptionType", "DeliveryRetryPolicy", "RegistryPrefixes", "ResourceTypes", "Name",
        ]
        for member in object.members where !known.contains(member.name) {
            throw .unknownProperty(member.name)
        }
        guard let value = object["Destination"] else { throw .missingProperty("Destination") }
        guard let destination = value.text else { throw .wrongType(value, "Destination") }
        guard ["http://", "https://"].contains(where: destination.lowercased().hasPrefix),
            destination.utf8.count <= RedfishLimits.textLength
        else { throw .wrongFormat(value, "Destination") }
        if let way = object["Protocol"], way != "Redfish" { throw .notInList(way, "Protocol") }
        if let format = object["EventFormatType"], format != "Event" {
            throw .notInList(format, "EventFormatType")
        }
        return RedfishSubscription(
            id: id, destination: destination, context: try context(object["Context"]),
            types: try eventTypes(object["EventTypes"]), fields: try fields(object["HttpHeaders"]))
    }

    private static func context(_ value: JSON?) throws(RedfishFault) -> String? {
        guard let value, value != .null else { return nil }
        guard let text = value.text else { throw .wrongType(value, "Context") }
        guard text.utf8.count <= RedfishLimits.textLength else {
            throw .wrongFormat(value, "Context")
        }
        return text
    }

    private static func eventTypes(_ value: JSON?) throws(RedfishFault) -> [String] {
        guard let value else { return [] }
        guard let list = value.list else { throw .wrongType(value, "EventTypes") }
        let names = list.compactMap(\.text)
        guard names.count == list.count, names.allSatisfy(types.contains) else {
            throw .notInList(value, "EventTypes")
        }
        return names
    }

    /// A list of objects whose members are names and values of header fields.
    private static func fields(_ value: JSON?) throws(RedfishFault) -> HTTPFields {
        guard let value, value != .null else { return [:] }
        guard let list = value.list else { throw .wrongType("", "HttpHeaders") }
        var fields = HTTPFields()
        for member in list.flatMap({ $0.object?.members ?? [] }) {
            guard let text = member.value.text, text.utf8.allSatisfy({ $0 >= 0x20 }),
                member.name.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x3A }),
                fields.fields.count < HTTPLimits.fields
            else { throw .wrongFormat("", "HttpHeaders") }
            fields.add(member.name, text)
        }
        return fields
    }

    mutating func changeSubscription(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let (place, object) = (try place(ofSubscription: call.address), try call.object())
        for member in object.members where member.name != "Context" {
            let isKnown = body(of: subscriptions[place])[member.name] != nil
            throw isKnown ? .notWritable(member.name) : .unknownProperty(member.name)
        }
        subscriptions[place].context = try Self.context(object["Context"])
        return try changed(call)
    }

    mutating func unsubscribe(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        subscriptions.remove(at: try place(ofSubscription: call.address))
        return RedfishResponse(204)
    }

    mutating func submitTestEvent(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let action = "EventService.SubmitTestEvent"
        let object = try call.parameters(
            [
                "EventId", "EventTimestamp", "EventType", "EventGroupId", "Message", "MessageArgs",
                "MessageId", "MessageSeverity", "OriginOfCondition", "Severity",
            ], of: action)
        guard let message = object["MessageId"] else {
            throw .missingParameter("MessageId", of: action)
        }
        var event = JSONObject([
            .init(name: "EventType", value: object["EventType"] ?? "Alert"),
            .init(name: "MemberId", value: "0"),
            .init(name: "MessageId", value: message),
            .init(
                name: "EventTimestamp",
                value: object["EventTimestamp"] ?? .text(RedfishTime.text(epoch + call.now))),
        ])
        for name in ["EventId", "Message", "MessageArgs", "MessageSeverity", "Severity"] {
            if let value = object[name] { event[name] = value }
        }
        tell("Alert", event)
        return RedfishResponse(204)
    }

    // MARK: Events of machines

    /// How many events each machine's log has had that can be counted: by place, the last number.
    private var eventsLogged: [UInt16] {
        systems.map { $0.host.eventLog.entries.last?.number ?? 0 }
    }

    /// Tells subscribers what machines' logs have had since this was last called.
    mutating func noteEvents() {
        guard !subscriptions.isEmpty else { return }
        for place in systems.indices {
            let entries = systems[place].host.eventLog.entries
            guard let last = entries.last, last.number != eventsSeen[place] else { continue }
            let known = entries.lastIndex { $0.number == eventsSeen[place] }
            let fresh = known.map { entries[($0 + 1)...] } ?? entries[...]
            eventsSeen[place] = last.number
            for entry in fresh { tell("Alert", Self.event(entry, systems[place].id)) }
        }
    }

    private static func event(_ entry: SystemEventLog.Entry, _ system: String) -> JSONObject {
        let severity = severity(of: entry.event)
        return JSONObject([
            .init(name: "EventType", value: "Alert"),
            .init(name: "MemberId", value: "0"),
            .init(name: "EventId", value: .text("\(system)-\(entry.number)")),
            .init(name: "EventTimestamp", value: .text(RedfishTime.text(entry.time))),
            .init(name: "Severity", value: .text(severity)),
            .init(name: "MessageSeverity", value: .text(severity)),
            .init(name: "Message", value: .text(entry.event.message)),
            .init(name: "MessageId", value: .text("\(RedfishMessage.registry).GeneralError")),
            .init(name: "MessageArgs", value: []),
            .init(name: "OriginOfCondition", value: ResourceAddress(.system, system).link),
        ])
    }

    /// Puts an event on its way to all who want it. What nobody fetches gives way to what is newer.
    private mutating func tell(_ type: String, _ event: JSONObject) {
        for subscription in subscriptions where subscription.wants(type) {
            eventsTold += 1
            let body: JSON = [
                "@odata.type": "#Event.v1_7_0.Event", "Id": .text(String(eventsTold)),
                "Name": "Event Array", "Context": .orNull(subscription.context),
                "Events": [.object(event)],
            ]
            deliveries.append(RedfishDelivery(subscription, body))
        }
        let excess = deliveries.count - RedfishLimits.deliveries
        if excess > 0 { deliveries.removeFirst(excess) }
    }

    /// What is to be posted to subscribers, the oldest first. Whoever takes it sends it, once.
    public mutating func takeDeliveries() -> [RedfishDelivery] {
        defer { deliveries = [] }
        return deliveries
    }
}
