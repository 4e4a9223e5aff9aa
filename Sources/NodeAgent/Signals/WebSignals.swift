import Documents

/// Signals over the web: to addresses, to Heat and into queues of Zaqar.
package struct WebSignals: SignalTransport {
    private let web: any WebTransport
    private let client: String

    /// - Parameter client: tells Zaqar who asks: a UUID of one's own.
    package init(over web: any WebTransport, client: String) {
        self.web = web
        self.client = client
    }

    package func send(_ signal: NodeSignal) async throws(SignalError) {
        do throws(WebError) {
            let request = try await request(signal)
            _ = try await web.demand(request)
        } catch {
            throw SignalError(error.description, isTransient: error.isTransient)
        }
    }

    private func request(_ signal: NodeSignal) async throws(WebError) -> WebRequest {
        let body = Array(signal.body.json.utf8)
        let json = WebField("Content-Type", "application/json")
        switch signal.way {
        case .address(let address, let method):
            return WebRequest(method.rawValue, address, fields: [json], body: body)
        case .resource(let stack, let resource, let account):
            let session = try await session(account)
            let heat = try session.endpoint(of: "orchestration", region: account.region)
            return WebRequest(
                "POST", "\(heat)/stacks/\(stack)/resources/\(resource)/signal",
                fields: [json, WebField("X-Auth-Token", session.token)], body: body)
        case .queue(let queue, let account, let lifetime):
            let session = try await session(account)
            let zaqar = try session.endpoint(of: "messaging", region: account.region)
            let message: DocumentValue = [
                ["ttl": .integer(Int(lifetime.components.seconds)), "body": signal.body]
            ]
            return WebRequest(
                "POST", "\(zaqar)/v1.1/queues/\(queue)/messages",
                fields: [
                    json, WebField("X-Auth-Token", session.token), WebField("Client-ID", client),
                    WebField("X-Project-Id", account.project),
                ], body: Array(message.json.utf8))
        }
    }

    private func session(_ account: SignalAccount) async throws(WebError) -> IdentitySession {
        try await IdentitySession(
            at: account.identityAddress, user: account.user, password: account.password,
            project: account.project, over: web)
    }
}
