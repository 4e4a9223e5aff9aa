public import Hardware

/// A machine's controller, spoken to over Redfish (DSP0266).
///
/// It follows the service's links from its root and assumes no addresses. A session is opened with
/// the first request that needs one, and anew where the service has forgotten it.
public actor RedfishController<Transport: RedfishTransport> {
    let transport: Transport
    let access: RedfishAccess
    var token: String?
    private var session: String?
    /// Whether the service has no sessions, so that each request brings the password.
    var usesBasic: Bool
    /// Until when it does so because the service had no room for a session.
    private var basicUntil: Duration = .zero
    /// The address of the system, once it is found.
    var systemPath: String?

    public init(over transport: Transport, access: RedfishAccess) {
        self.transport = transport
        self.access = access
        usesBasic = access.authentication == .basic
    }

    /// Asks for a resource.
    func read(_ path: String) async throws(RedfishError) -> JSON {
        try Self.json(try await exchange(.get, path), at: path)
    }

    static func json(_ response: RedfishResponse, at path: String) throws(RedfishError) -> JSON {
        guard response.body.count <= RedfishClientLimits.answer, let json = response.json,
            json.object != nil
        else { throw .malformed("the resource at \(path)") }
        return json
    }

    /// Changes a resource on the state it has now, and anew where that has changed meanwhile.
    @discardableResult
    func change(
        _ path: String, _ json: JSON
    ) async throws(RedfishError) -> RedfishResponse {
        var conflicts = 0
        while true {
            let current = try await exchange(.get, path)
            var fields: HTTPFields = [:]
            let tag = current.fields["ETag"] ?? current.json?["@odata.etag"]?.text
            if let tag { fields.add("If-Match", Self.strong(tag, conflicts)) }
            do throws(RedfishError) {
                return try await exchange(.patch, path, json, fields)
            } catch {
                guard case .refused(412, _, _) = error, tag != nil,
                    conflicts < RedfishClientLimits.conflicts
                else { throw error }
                conflicts += 1
            }
        }
    }

    /// Some services give weak tags and take only strong ones (sushy's connector tries both).
    private static func strong(_ tag: String, _ conflicts: Int) -> String {
        conflicts % 2 == 1 && tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag
    }

    /// Sends a request until it is answered, refused, or its time is over.
    func exchange(
        _ method: HTTPMethod, _ path: String, _ json: JSON? = nil, _ fields: HTTPFields = [:]
    ) async throws(RedfishError) -> RedfishResponse {
        let begun = transport.now
        var (retries, isLoggedInAnew) = (0, false)
        while true {
            if token == nil, !usesBasic, begun >= basicUntil { try await logIn(begun) }
            let used = token
            let request = authorized(method, path, json, fields)
            let response = try await attempt(request, begun, &retries)
            guard let response else { continue }
            if response.isSuccess || response.status == 304 { return response }
            if response.status == 401, let used, !isLoggedInAnew {
                // The service has forgotten the session, as one does that was restarted.
                isLoggedInAnew = true
                if token == used { token = nil }
                continue
            }
            throw RedfishError(response, at: path)
        }
    }

    private func authorized(
        _ method: HTTPMethod, _ path: String, _ json: JSON?, _ fields: HTTPFields
    ) -> RedfishRequest {
        var fields = fields
        fields.add("Accept", "application/json")
        fields.add("OData-Version", "4.0")
        if let token {
            fields.add("X-Auth-Token", token)
        } else {
            fields.add("Authorization", access.basicField)
        }
        guard let json else { return RedfishRequest(method, path, fields: fields) }
        return RedfishRequest(method, path, fields: fields, json: json)
    }

    /// Sends once.
    ///
    /// - Returns: the answer; nil where the request is to be sent anew, after a pause.
    private func attempt(
        _ request: RedfishRequest, _ begun: Duration, _ retries: inout Int
    ) async throws(RedfishError) -> RedfishResponse? {
        do throws(RedfishTransportError) {
            let left = end(after: begun) - transport.now
            guard left > .zero else { throw RedfishTransportError.noAnswer }
            let response = try await transport.send(request, within: left)
            guard Self.isBusy(response, to: request) else { return response }
            let named = response.fields["Retry-After"].flatMap { Int($0) }.map(Duration.seconds)
            guard try await mayRetry(begun, &retries, after: named) else { return response }
            return nil
        } catch {
            switch error {
            case .cancelled: throw .cancelled
            case .untrusted: throw .untrusted
            case .notConnected, .noAnswer:
                // What changes something is not sent twice: it may have been done.
                let isSafe = error == .notConnected || request.method.isSafe
                do throws(RedfishTransportError) {
                    if isSafe, try await mayRetry(begun, &retries, after: nil) { return nil }
                } catch { throw .cancelled }
                throw .timeout(waited: transport.now - begun)
            }
        }
    }

    /// Whether the service says that it has no time now. Only some of the answers mean that
    /// nothing was done.
    private static func isBusy(_ response: RedfishResponse, to request: RedfishRequest) -> Bool {
        switch response.status {
        case 429, 503: true
        case 500, 502, 504: request.method.isSafe
        default: false
        }
    }

    /// Waits before the next try; false where there is to be none.
    private func mayRetry(
        _ begun: Duration, _ retries: inout Int, after named: Duration?
    ) async throws(RedfishTransportError) -> Bool {
        guard retries < RedfishClientLimits.retries else { return false }
        let doubled = RedfishClientLimits.firstPause * (1 << retries)
        let pause = max(.zero, named ?? min(RedfishClientLimits.longestPause, doubled))
        guard transport.now + pause < end(after: begun) else { return false }
        retries += 1
        try await transport.pause(pause)
        return true
    }

    /// Opens a session. A service without any is asked with the password from then on, one whose
    /// sessions are all taken for a while.
    private func logIn(_ begun: Duration) async throws(RedfishError) {
        let body: JSON = [
            "UserName": .text(access.credentials.user),
            "Password": .text(access.credentials.password),
        ]
        let path = try await sessionsPath(begun)
        var retries = 0
        var answer: RedfishResponse?
        if let path {
            let fields: HTTPFields = ["Accept": "application/json", "OData-Version": "4.0"]
            let request = RedfishRequest(.post, path, fields: fields, json: body)
            while answer == nil { answer = try await attempt(request, begun, &retries) }
        }
        if let answer, answer.isSuccess, let token = answer.fields["X-Auth-Token"] {
            self.token = token
            session = answer.fields["Location"] ?? answer.json?["@odata.id"]?.text
            return
        }
        if let answer, answer.status == 401 || answer.status == 403 { throw .unauthorized }
        guard access.authentication == .automatic else {
            throw answer.map { RedfishError($0, at: path ?? "") } ?? .unsupported("sessions")
        }
        if let answer, answer.status == 503 {
            basicUntil = begun + RedfishClientLimits.sessionRest
        } else {
            usesBasic = true
        }
    }

    /// Where sessions are opened, as the service root says; nil where it has none.
    private func sessionsPath(_ begun: Duration) async throws(RedfishError) -> String? {
        let request = RedfishRequest(
            .get, "/redfish/v1/", fields: ["Accept": "application/json", "OData-Version": "4.0"])
        var retries = 0
        var answer: RedfishResponse?
        while answer == nil { answer = try await attempt(request, begun, &retries) }
        guard let root = answer, root.isSuccess else { return nil }
        let json = try Self.json(root, at: "/redfish/v1/")
        if let link = json["Links"]?["Sessions"]?["@odata.id"]?.text { return link }
        // The link is optional in old services; the collection is where the schema has it.
        return json["SessionService"] == nil ? nil : "/redfish/v1/SessionService/Sessions"
    }

    /// Closes the session, where one is open.
    public func logOut() async throws(BMCError) {
        guard token != nil, let path = session else { return }
        do throws(RedfishError) { _ = try await exchange(.delete, Self.path(of: path)) } catch {
            guard case .missing = error else { throw error.asBMCError }
        }
        (token, session) = (nil, nil)
    }

    /// The path of an address that may come with scheme and host, as `Location` does.
    static func path(of address: String) -> String {
        guard let scheme = address.firstRange(of: "://") else { return address }
        let rest = address[scheme.upperBound...]
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
    }
}
