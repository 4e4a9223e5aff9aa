import Documents

/// Someone that Keystone has let in, with the services that it told of.
struct IdentitySession: Sendable {
    let token: String
    private let catalog: [DocumentValue]

    /// Asks Keystone's third version, whichever the address is of.
    init(
        at address: String, user: String, password: String, project: String,
        over web: any WebTransport
    ) async throws(WebError) {
        let body: DocumentValue = [
            "auth": [
                "identity": [
                    "methods": ["password"],
                    "password": ["user": ["id": .string(user), "password": .string(password)]],
                ], "scope": ["project": ["id": .string(project)]],
            ]
        ]
        let request = WebRequest(
            "POST", "\(Self.root(address))/auth/tokens",
            fields: [WebField("Content-Type", "application/json")], body: Array(body.json.utf8))
        let answer = try await web.demand(request)
        guard let token = answer["X-Subject-Token"],
            let document = try? DocumentValue(json: answer.text)
        else { throw WebError("\(request.address): the answer is no token's", isTransient: false) }
        self.token = token
        catalog = document["token"]?["catalog"]?.list ?? []
    }

    private static func root(_ address: String) -> String {
        var root = address
        while root.hasSuffix("/") { root.removeLast() }
        if root.hasSuffix("/v2.0") { root.removeLast("/v2.0".count) }
        return root.hasSuffix("/v3") ? root : root + "/v3"
    }

    /// Where a service is reached by the public.
    func endpoint(of service: String, region: String?) throws(WebError) -> String {
        for entry in catalog where entry["type"] == .string(service) {
            for endpoint in entry["endpoints"]?.list ?? [] where endpoint["interface"] == "public" {
                let place = endpoint["region_id"] ?? endpoint["region"]
                guard region == nil || place?.string == region, let url = endpoint["url"]?.string
                else { continue }
                return url.hasSuffix("/") ? String(url.dropLast()) : url
            }
        }
        throw WebError("no public endpoint of \(service)", isTransient: false)
    }
}
