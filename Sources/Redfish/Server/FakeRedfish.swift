import Hardware

/// A Redfish service as it is seen from the network: it takes requests and the time, and gives
/// answers (DSP0266).
///
/// It has no socket, no clock and no chance of its own. `now` is any time that does not run
/// backwards. One service stands in front of one machine or of thousands.
public struct FakeRedfish<Host: RedfishHost> {
    public var systems: [RedfishSystem<Host>]
    public let profile: RedfishProfile
    let uuid: String
    /// What the service's clock shows at the time zero, since 1970.
    let epoch: Duration
    private let places: [String: Int]

    var accounts: [RedfishAccount]
    var sessions = RedfishSessionTable()
    var firmware: [RedfishFirmware]
    var tasks: [RedfishTask] = []
    var tasksBegun = 0
    var failures = 0
    var subscriptions: [RedfishSubscription] = []
    var subscriptionsMade = 0
    /// By place, the number of the last event that subscribers know of; empty while there are none.
    var eventsSeen: [UInt16] = []
    var eventsTold = 0
    var deliveries: [RedfishDelivery] = []
    /// How long work takes from now on that is done as a task.
    public var taskDuration: Duration

    /// - Parameters:
    ///   - systems: with identifiers that differ.
    ///   - accounts: at least one: nothing but the service root is seen without a log-in.
    ///   - uuid: the service's own.
    ///   - epoch: what its clock shows at the time zero, since 1970.
    public init(
        _ profile: RedfishProfile, systems: [RedfishSystem<Host>], accounts: [RedfishAccount],
        uuid: String, epoch: Duration
    ) {
        precondition(!accounts.isEmpty, "A service that nobody may use is of no use.")
        precondition(accounts.count <= RedfishLimits.accounts, "A service has 16 accounts.")
        self.profile = profile
        self.systems = systems
        self.accounts = accounts
        self.uuid = uuid
        self.epoch = epoch
        firmware = profile.firmware
        taskDuration = profile.taskDuration
        places = Dictionary(
            systems.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { _, _ in preconditionFailure("Systems have their own names.") })
    }

    /// Sessions that are open now.
    public var openSessions: Int { sessions.sessions.count }
    /// Failed log-ins in a row.
    public var failedLogIns: Int { failures }

    /// Where the system of this identifier is among ``systems``.
    public func place(of id: String) -> Int? { places[id] }

    /// Where the system is among ``systems`` that a request is about; nil for what is about the
    /// service, or about nothing that there is.
    public func place(of request: RedfishRequest) -> Int? {
        guard let target = RequestTarget(request.target),
            let address = ResourceAddress(path: target.path), address.kind.isOfMachine,
            let name = address.names.first
        else { return nil }
        return places[name]
    }

    /// When something is next due; nil while nothing is.
    public var deadline: Duration? { tasks.filter { $0.state == .running }.map(\.due).min() }

    /// Answers a request.
    public mutating func respond(
        to request: RedfishRequest, at now: Duration,
        using generator: inout some RandomNumberGenerator
    ) -> RedfishResponse {
        advance(to: now)
        var response: RedfishResponse
        do throws(RedfishFault) {
            response = try answer(request, now, &generator)
        } catch {
            response = error.response
            if error.status == 401 { response.delay = refusalDelay(of: request) }
        }
        response.fields.add("OData-Version", "4.0")
        response.fields.add("Cache-Control", "no-cache")
        if request.method == .head {
            response.fields.add("Content-Length", String(response.body.count))
            response.body = []
        }
        return response
    }

    /// Does the work that is due.
    public mutating func advance(to now: Duration) {
        sessions.expire(at: now)
        noteEvents()
        for index in tasks.indices where tasks[index].state == .running && tasks[index].due <= now {
            tasks[index].ended = tasks[index].due
            tasks[index].state = finish(tasks[index].work)
        }
    }

    private mutating func answer(
        _ request: RedfishRequest, _ now: Duration,
        _ generator: inout some RandomNumberGenerator
    ) throws(RedfishFault) -> RedfishResponse {
        try Self.check(request)
        guard let target = RequestTarget(request.target) else {
            throw .general(400, "The address cannot be understood.")
        }
        if target.path == ["redfish"] { return try versions(request) }
        let address = Self.address(target, request.method)
        let isOpen = address?.kind.isOpen(to: request.method) ?? false
        let path = "/" + target.path.joined(separator: "/")
        let (account, session) = try isOpen ? (nil, nil) : authenticate(request, path, now)
        guard let address else { throw .missing(path) }
        let call = RedfishCall(
            request: request, address: address, target: target, now: now, account: account,
            session: session)
        return try dispatch(call, &generator)
    }

    /// What is posted to the members of a collection is posted to the collection (DSP0266, POST).
    private static func address(
        _ target: RequestTarget, _ method: HTTPMethod
    ) -> ResourceAddress? {
        let path = target.path
        guard method == .post, path.last == "Members",
            let collection = ResourceAddress(path: path.dropLast()),
            collection.kind.methods.contains(.post), !collection.kind.isAction
        else { return ResourceAddress(path: path) }
        return collection
    }

    private static func check(_ request: RedfishRequest) throws(RedfishFault) {
        let known: [HTTPMethod] = [.get, .head, .options, .post, .patch, .put, .delete]
        guard known.contains(request.method) else {
            throw .general(501, "There is no support for the method.")
        }
        guard request.target.utf8.count <= HTTPLimits.target else {
            throw .general(414, "The address is too long.")
        }
        let fields = request.fields.fields
        let size = fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        guard fields.count <= HTTPLimits.fields, size <= HTTPLimits.fieldBytes else {
            throw .general(431, "The header is too large.")
        }
        guard request.body.count <= HTTPLimits.body else {
            throw .general(413, "The body is too large.")
        }
        if let version = request.fields["OData-Version"], version != "4.0" {
            throw .general(412, "There is no support for this version of OData.")
        }
        guard !request.body.isEmpty, let type = request.fields["Content-Type"]?.lowercased(),
            !type.hasPrefix("application/json")
        else { return }
        throw .general(415, "Bodies are JSON.")
    }

    private func versions(_ request: RedfishRequest) throws(RedfishFault) -> RedfishResponse {
        guard request.method.isSafe else { throw Self.notAllowed([.get, .head, .options]) }
        return RedfishResponse(200, json: ["v1": "/redfish/v1/"])
    }

    static func notAllowed(_ methods: [HTTPMethod]) -> RedfishFault {
        RedfishFault(405, .notAllowed, fields: ["Allow": HTTPMethod.list(methods)])
    }
}

extension FakeRedfish: Sendable where Host: Sendable {}
