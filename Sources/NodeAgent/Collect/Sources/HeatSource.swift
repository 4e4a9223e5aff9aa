import Documents

/// `heat`: the metadata of a resource, asked of Heat's own API.
package struct HeatSource: MetadataSource {
    private let settings: CollectorSettings
    private let keys: [String]
    private let web: any WebTransport

    package init(_ settings: CollectorSettings, over web: any WebTransport, keys: [String]) {
        self.settings = settings
        self.keys = keys
        self.web = web
    }

    package func collect() async -> Collected {
        let names = [
            "auth_url", "password", "project_id", "user_id", "stack_id", "resource_name",
        ]
        if let name = names.first(where: { settings["heat", $0] == nil }) {
            return .unconfigured(name)
        }
        func told(_ name: String) -> String { settings["heat", name] ?? "" }
        do {
            let session = try await IdentitySession(
                at: told("auth_url"), user: told("user_id"), password: told("password"),
                project: told("project_id"), over: web)
            let heat = try session.endpoint(
                of: "orchestration", region: settings["heat", "region_name"])
            let address =
                "\(heat)/stacks/\(told("stack_id"))/resources/\(told("resource_name"))/metadata"
            let answer = try await web.demand(
                WebRequest("GET", address, fields: [WebField("X-Auth-Token", session.token)]))
            guard let value = (try? DocumentValue(json: answer.text))?["metadata"],
                value.map != nil
            else { return .unavailable("\(address): the answer is no metadata's") }
            return .documents(
                CollectedDocument.exploded(
                    value, from: MetadataSourceName.heat.rawValue, keys: keys))
        } catch {
            return .unavailable(error.description)
        }
    }
}
