import FoundationEssentials

/// Who asks (DSP0266, authentication).
extension FakeRedfish {
    mutating func authenticate(
        _ request: RedfishRequest, _ path: String, _ now: Duration
    ) throws(RedfishFault) -> (RedfishAccount?, RedfishSession?) {
        if let token = request.fields["X-Auth-Token"] {
            guard let session = sessions.use(token, at: now),
                let account = accounts.first(where: { $0.name == session.user && $0.isEnabled })
            else { throw .unauthorized(path) }
            return (account, session)
        }
        guard let (name, password) = Self.basicCredentials(request.fields["Authorization"]) else {
            throw .unauthorized(path)
        }
        guard let account = account(name, password) else { throw .unauthorized(path) }
        failures = 0
        return (account, nil)
    }

    /// The account that these open. An unknown name takes as long as a wrong password.
    func account(_ name: String, _ password: [UInt8]) -> RedfishAccount? {
        let unknown = RedfishAccount(name: "", password: "-", role: .readOnly)
        let account = accounts.first { $0.name == name } ?? unknown
        return account.opens(with: password) && !account.name.isEmpty ? account : nil
    }

    /// Counts a failed log-in. A request that brought nothing to log in with is none.
    mutating func refusalDelay(of request: RedfishRequest) -> Duration {
        guard
            request.method == .post || request.fields["Authorization"] != nil
                || request.fields["X-Auth-Token"] != nil
        else { return .zero }
        failures += 1
        let excess = failures - RedfishLimits.freeFailures
        guard excess > 0 else { return .zero }
        return min(RedfishLimits.longestDelay, RedfishLimits.firstDelay * (1 << min(excess - 1, 8)))
    }

    private static func basicCredentials(_ field: String?) -> (String, [UInt8])? {
        guard let field, field.prefix(6).lowercased() == "basic ",
            let bytes = Data(base64Encoded: String(field.dropFirst(6))).map(Array.init),
            let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
            let name = String(validating: bytes[..<colon], as: UTF8.self)
        else { return nil }
        return (name, Array(bytes[(colon + 1)...]))
    }

    mutating func logIn(
        _ call: RedfishCall, _ generator: inout some RandomNumberGenerator
    ) throws(RedfishFault) -> RedfishResponse {
        let object = try call.object()
        guard let name = object["UserName"] else { throw .missingProperty("UserName") }
        guard let password = object["Password"] else { throw .missingProperty("Password") }
        guard let name = name.text else { throw .wrongType("", "UserName") }
        guard let password = password.text else { throw .wrongType("", "Password") }
        guard let account = account(name, Array(password.utf8)) else {
            throw .unauthorized(call.address.path)
        }
        failures = 0
        guard let session = sessions.open(account.name, at: call.now, using: &generator) else {
            throw .sessionLimit
        }
        let address = ResourceAddress(.session, session.id)
        return RedfishResponse(
            201,
            fields: [
                "Location": address.path,
                "X-Auth-Token": String(decoding: session.token, as: UTF8.self),
            ], json: sessionBody(session))
    }

    /// Everybody may close sessions of their own; administrators those of others.
    mutating func logOut(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        guard let session = sessions.sessions.first(where: { $0.id == call.names[0] }) else {
            throw .missing(call.address.path)
        }
        guard session.user == call.account?.name || call.has(.configureManager) else {
            throw .insufficientPrivilege
        }
        sessions.close(session.id)
        return RedfishResponse(204)
    }

    func sessionBody(_ session: RedfishSession) -> JSON {
        .object(
            resource(
                ResourceAddress(.session, session.id), type: "Session.v1_3_0.Session",
                id: session.id, name: "User Session",
                [
                    .init(name: "UserName", value: .text(session.user)),
                    .init(
                        name: "CreatedTime",
                        value: .text(RedfishTime.text(epoch + session.created))),
                ]))
    }
}
