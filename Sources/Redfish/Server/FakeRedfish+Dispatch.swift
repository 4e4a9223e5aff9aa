/// From an address to what is done there.
extension FakeRedfish {
    mutating func dispatch(
        _ call: RedfishCall, _ generator: inout some RandomNumberGenerator
    ) throws(RedfishFault) -> RedfishResponse {
        let (kind, method) = (call.address.kind, call.request.method)
        guard kind.methods.contains(method) else { throw Self.notAllowed(kind.methods) }
        if !kind.isOpen(to: method) {
            guard kind.privileges(for: method).contains(where: call.has) else {
                throw .insufficientPrivilege
            }
        }
        if method == .options {
            return RedfishResponse(204, fields: ["Allow": HTTPMethod.list(kind.methods)])
        }
        if method.isSafe { return try read(call) }
        try checkPrecondition(call)
        return try change(call, &generator)
    }

    /// A change may say on which state of the resource it rests (DSP0266, ETags).
    private mutating func checkPrecondition(_ call: RedfishCall) throws(RedfishFault) {
        guard let wanted = call.request.fields["If-Match"], !call.address.kind.isAction else {
            return
        }
        let current = EntityTag.of(try body(call.address, call.now).encoded())
        guard EntityTag.matches(wanted, current) else { throw .preconditionFailed }
    }

    private mutating func change(
        _ call: RedfishCall, _ generator: inout some RandomNumberGenerator
    ) throws(RedfishFault) -> RedfishResponse {
        switch call.address.kind {
        case .sessions: return try logIn(call, &generator)
        case .session: return try logOut(call)
        case .sessionService: return try changeSessionService(call)
        case .accounts: return try createAccount(call)
        case .account:
            return try call.request.method == .patch
                ? changeAccount(call) : deleteAccount(call)
        case .task: return try deleteTask(call)
        case .simpleUpdate: return try updateFirmware(call)
        case .subscriptions: return try subscribe(call)
        case .subscription:
            return try call.request.method == .patch
                ? changeSubscription(call) : unsubscribe(call)
        case .submitTestEvent: return try submitTestEvent(call)
        case .system: return try changeSystem(call)
        case .systemReset: return try resetSystem(call)
        case .biosSettings: return try changeBIOS(call)
        case .biosReset: return try resetBIOS(call)
        case .secureBoot: return try changeSecureBoot(call)
        case .secureBootReset: return try resetKeys(call)
        case .volumes: return try createVolume(call)
        case .volume: return try deleteVolume(call)
        case .clearLog: return try clearLog(call)
        case .manager: return try changeManager(call)
        case .managerReset: return try resetManager(call)
        case .insertMedia: return try insertMedia(call)
        case .ejectMedia: return try ejectMedia(call)
        case .chassis: return try changeChassis(call)
        default: preconditionFailure("Only these kinds take changes.")
        }
    }

    /// The resource itself, without what the query does to it.
    mutating func body(
        _ address: ResourceAddress, _ now: Duration
    ) throws(RedfishFault) -> JSON {
        let names = address.names
        switch address.kind {
        case .root, .odata, .metadata, .sessionService, .sessions, .session, .accountService,
            .accounts, .account, .roles, .role, .taskService, .tasks, .task, .taskMonitor,
            .updateService, .firmwareInventory, .firmware, .eventService, .subscriptions,
            .subscription:
            return try serviceBody(address, now)
        case .registries, .registryFile, .registry, .schemas, .schemaFile:
            return try registryBody(address)
        case .systems, .managers, .chassisList: return machineList(address.kind)
        default: break
        }
        guard let place = place(of: names[0]) else { throw .missing(address.path) }
        switch address.kind {
        case .system: return systemBody(place, now)
        case .bios, .biosSettings: return biosBody(place, address)
        case .secureBoot: return secureBootBody(place)
        case .memories, .memory: return try memoryBody(place, address)
        case .processors, .processor, .interfaces, .interface, .simpleStorages, .simpleStorage:
            return try partBody(place, address)
        case .storages, .storage, .drive, .volumes, .volume:
            return try storageBody(place, address)
        case .logServices, .log, .logEntries, .logEntry:
            return try logBody(place, address, now)
        case .manager, .managerInterfaces, .managerInterface, .mediaList, .media:
            return try managerBody(place, address, now)
        case .pcieDevice, .pcieFunctions, .pcieFunction, .adapters, .adapter, .adapterPorts,
            .adapterPort, .adapterFunctions, .adapterFunction:
            return try cardBody(place, address)
        case .chassis: return chassisBody(place)
        case .power, .thermal, .sensors, .sensor, .thermalSubsystem, .thermalMetrics, .fans,
            .fan, .powerSubsystem:
            return try sensorBody(place, address)
        default: throw Self.notAllowed(address.kind.methods)
        }
    }

    func collection(
        _ address: ResourceAddress, type: String, name: String, _ members: [ResourceAddress]
    ) -> JSON {
        [
            "@odata.id": .text(address.path),
            "@odata.type": .text("#\(type).\(type)"),
            "Name": .text(name),
            "Members@odata.count": .integer(members.count),
            "Members": .list(members.map(\.link)),
        ]
    }

    /// What every resource begins with.
    func resource(
        _ address: ResourceAddress, type: String, id: String, name: String,
        _ members: [JSONObject.Member] = []
    ) -> JSONObject {
        JSONObject(
            [
                .init(name: "@odata.id", value: .text(address.path)),
                .init(name: "@odata.type", value: .text("#\(type)")),
                .init(name: "Id", value: .text(id)),
                .init(name: "Name", value: .text(name)),
            ] + members)
    }

    static var enabled: JSON { ["State": "Enabled", "Health": "OK"] }
}
