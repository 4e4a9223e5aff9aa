import OrderedCollections
import World

/// The values that a deployment gives its config.
enum DeploymentInputs {
    /// Those that the config declares, then those that were given all the same, then what the
    /// server needs to know to answer.
    static func of(
        _ source: SoftwareConfigRecord?, _ work: ResourceWork, _ identity: IdentityService
    ) -> [TemplateValue] {
        var given = work.properties.map("input_values")
        var inputs: [TemplateValue] = []
        for declared in source?.inputs ?? [] {
            guard case .map(var input) = declared else { continue }
            input["value"] = given.removeValue(forKey: declared["name"].text) ?? declared["default"]
            inputs.append(.map(input))
        }
        for (name, value) in given { inputs.append(input(name, value)) }
        let transport = Self.transport(of: work)
        let path = "\(work.stack.name)/\(work.stack.id)"
        var told: [(String, String)] = [
            ("deploy_server_id", work.properties.text("server") ?? ""),
            ("deploy_action", work.record.action.rawValue), ("deploy_stack_id", path),
            ("deploy_resource_name", work.record.name), ("deploy_signal_transport", transport),
        ]
        if transport == "CFN_SIGNAL" || transport == "TEMP_URL_SIGNAL" {
            told += [
                ("deploy_signal_id", "/v1/signal/\(path)/resources/\(work.record.name)"),
                ("deploy_signal_verb", transport == "CFN_SIGNAL" ? "POST" : "PUT"),
            ]
        }
        if accounted.contains(transport) { told += account(of: work, identity) }
        if transport == "ZAQAR_SIGNAL" { told.append(("deploy_queue_id", work[key]["queue"].text)) }
        return inputs + told.map { input($0.0, .string($0.1)) }
    }

    private static func transport(of work: ResourceWork) -> String {
        work.properties.text("signal_transport") ?? "CFN_SIGNAL"
    }

    // MARK: Accounts

    /// Ways to signal on which a server shows who it is.
    private static let accounted: Set<String> = ["HEAT_SIGNAL", "ZAQAR_SIGNAL"]
    /// Under which a resource keeps the account.
    private static let key = "account"

    /// Draws, once for a resource, the account that its server signals with, where it needs one.
    static func drawAccount(_ work: inout ResourceWork) {
        guard accounted.contains(transport(of: work)), work[key] == .null else { return }
        func drawn() -> TemplateValue {
            .string(Identifier(drawnFrom: work.random).text.filter { $0 != "-" })
        }
        work[key] = [
            "name": .string(work.physicalName()), "user": drawn(), "password": drawn(),
            "queue": .string(Identifier(drawnFrom: work.random).text),
        ]
    }

    private static func account(
        of work: ResourceWork, _ identity: IdentityService
    ) -> [(String, String)] {
        let account = work[key]
        return [
            ("deploy_auth_url", identity.address), ("deploy_username", account["name"].text),
            ("deploy_user_id", account["user"].text),
            ("deploy_password", account["password"].text),
            ("deploy_project_id", work.stack.project), ("deploy_region_name", identity.region),
        ]
    }

    private static func input(_ name: String, _ value: TemplateValue) -> TemplateValue {
        ["name": .string(name), "type": "String", "value": value]
    }

    /// A structured config with the inputs that it names filled in.
    static func fill(
        _ config: TemplateValue, _ inputs: [TemplateValue], key: String
    ) -> TemplateValue {
        let values = OrderedDictionary(
            inputs.map { ($0["name"].text, $0["value"]) }, uniquingKeysWith: { first, _ in first })
        return fill(config, values, key)
    }

    private static func fill(
        _ config: TemplateValue, _ values: OrderedDictionary<String, TemplateValue>, _ key: String
    ) -> TemplateValue {
        switch config {
        case .map(let entries):
            if entries.count == 1, case .string(let name)? = entries[key] {
                return values[name] ?? .null
            }
            return .map(entries.mapValues { fill($0, values, key) })
        case .list(let items): return .list(items.map { fill($0, values, key) })
        default: return config
        }
    }
}
