/// The service itself: its root, sessions, accounts, tasks and firmware.
extension FakeRedfish {
    func serviceBody(
        _ address: ResourceAddress, _ now: Duration
    ) throws(RedfishFault) -> JSON {
        switch address.kind {
        case .root: return rootBody
        case .odata: return odataBody
        case .sessionService, .sessions, .session: return try sessionResource(address)
        case .accountService, .accounts, .account, .roles, .role: return try accountBody(address)
        case .taskService, .tasks, .task: return try taskBody(address, now)
        case .eventService, .subscriptions, .subscription: return try eventBody(address)
        case .updateService, .firmwareInventory, .firmware: return try firmwareBody(address)
        default: throw Self.notAllowed(address.kind.methods)
        }
    }

    private var rootBody: JSON {
        var root = resource(
            ResourceAddress(.root), type: "ServiceRoot.v1_15_0.ServiceRoot", id: "RootService",
            name: "Root Service")
        root["RedfishVersion"] = "1.15.0"
        root["UUID"] = .text(uuid)
        root["Product"] = "Updraft"
        root["Systems"] = ResourceAddress(.systems).link
        root["Chassis"] = ResourceAddress(.chassisList).link
        root["Managers"] = ResourceAddress(.managers).link
        root["SessionService"] = ResourceAddress(.sessionService).link
        root["AccountService"] = ResourceAddress(.accountService).link
        root["Tasks"] = ResourceAddress(.taskService).link
        root["EventService"] = ResourceAddress(.eventService).link
        root["UpdateService"] = ResourceAddress(.updateService).link
        root["Registries"] = ResourceAddress(.registries).link
        root["JsonSchemas"] = ResourceAddress(.schemas).link
        root["ProtocolFeaturesSupported"] = [
            "ExpandQuery": [
                "ExpandAll": true, "Levels": true, "Links": true, "MaxLevels": 1,
                "NoLinks": true,
            ],
            "FilterQuery": true, "OnlyMemberQuery": true, "SelectQuery": true,
            "TopSkipQuery": true, "ExcerptQuery": false,
        ]
        root["Links"] = ["Sessions": ResourceAddress(.sessions).link]
        return .object(root)
    }

    /// The OData service document.
    private var odataBody: JSON {
        let services: [(String, ResourceKind)] = [
            ("Service", .root), ("Systems", .systems), ("Chassis", .chassisList),
            ("Managers", .managers), ("SessionService", .sessionService),
            ("AccountService", .accountService), ("Tasks", .taskService),
            ("UpdateService", .updateService), ("EventService", .eventService),
            ("Registries", .registries), ("JsonSchemas", .schemas), ("Sessions", .sessions),
        ]
        return [
            "@odata.context": "/redfish/v1/$metadata",
            "value": .list(
                services.map { name, kind in
                    [
                        "name": .text(name), "kind": "Singleton",
                        "url": .text(ResourceAddress(kind).path),
                    ]
                }),
        ]
    }

    private func sessionResource(_ address: ResourceAddress) throws(RedfishFault) -> JSON {
        switch address.kind {
        case .sessions:
            return collection(
                address, type: "SessionCollection", name: "Session Collection",
                sessions.sessions.map { ResourceAddress(.session, $0.id) })
        case .session:
            guard let session = sessions.sessions.first(where: { $0.id == address.names[0] })
            else { throw .missing(address.path) }
            return sessionBody(session)
        default:
            var body = resource(
                address, type: "SessionService.v1_1_8.SessionService", id: "SessionService",
                name: "Session Service")
            body["Status"] = Self.enabled
            body["ServiceEnabled"] = true
            body["SessionTimeout"] = .integer(Int(sessions.timeout.components.seconds))
            body["Sessions"] = ResourceAddress(.sessions).link
            return .object(body)
        }
    }

    mutating func changeSessionService(
        _ call: RedfishCall
    ) throws(RedfishFault) -> RedfishResponse {
        for member in try call.object().members {
            switch member.name {
            case "SessionTimeout":
                guard let seconds = member.value.integer else {
                    throw .wrongType(member.value, member.name)
                }
                guard RedfishLimits.idleSessionRange.contains(seconds) else {
                    throw .outOfRange(member.value, member.name)
                }
                sessions.timeout = .seconds(seconds)
            case "Id", "Name", "Status", "Sessions", "ServiceEnabled":
                throw .notWritable(member.name)
            default: throw .unknownProperty(member.name)
            }
        }
        return try changed(call)
    }

    /// The answer to a change: the resource as it is now.
    mutating func changed(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let body = try body(call.address, call.now)
        let tag = EntityTag.of(body.encoded())
        return RedfishResponse(200, fields: ["ETag": tag], json: Self.tagged(body, tag))
    }
}
