import Documents

/// `zaqar`: messages of a queue, one in each round, which is then gone from it.
package struct ZaqarSource: MetadataSource {
    private let settings: CollectorSettings
    private let keys: [String]
    private let web: any WebTransport
    private let client: String

    /// - Parameter client: tells Zaqar who asks: a UUID of one's own.
    package init(
        _ settings: CollectorSettings, over web: any WebTransport, keys: [String], client: String
    ) {
        self.settings = settings
        self.keys = keys
        self.web = web
        self.client = client
    }

    package func collect() async -> Collected {
        let names = ["auth_url", "password", "project_id", "user_id", "queue_id"]
        if let name = names.first(where: { settings["zaqar", $0] == nil }) {
            return .unconfigured(name)
        }
        func told(_ name: String) -> String { settings["zaqar", name] ?? "" }
        do {
            let session = try await IdentitySession(
                at: told("auth_url"), user: told("user_id"), password: told("password"),
                project: told("project_id"), over: web)
            let zaqar = try session.endpoint(
                of: "messaging", region: settings["zaqar", "region_name"])
            let request = WebRequest(
                "DELETE", "\(zaqar)/v2/queues/\(told("queue_id"))/messages?pop=1",
                fields: [
                    WebField("X-Auth-Token", session.token), WebField("Client-ID", client),
                    WebField("X-Project-Id", told("project_id")),
                ])
            let answer = try await web.demand(request)
            guard
                let value = (try? DocumentValue(json: answer.text))?["messages"]?.list?
                    .first?["body"], value.map != nil
            else { return .unavailable("the queue is empty") }
            return .documents(
                CollectedDocument.exploded(
                    value, from: MetadataSourceName.zaqar.rawValue, keys: keys))
        } catch {
            return .unavailable(error.description)
        }
    }
}
