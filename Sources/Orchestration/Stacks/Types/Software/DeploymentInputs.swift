import OrderedCollections

/// The values that a deployment gives its config.
enum DeploymentInputs {
    /// Those that the config declares, then those that were given all the same, then what the
    /// server needs to know to answer.
    static func of(_ source: SoftwareConfigRecord?, _ work: ResourceWork) -> [TemplateValue] {
        var given = work.properties.map("input_values")
        var inputs: [TemplateValue] = []
        for declared in source?.inputs ?? [] {
            guard case .map(var input) = declared else { continue }
            input["value"] = given.removeValue(forKey: declared["name"].text) ?? declared["default"]
            inputs.append(.map(input))
        }
        for (name, value) in given { inputs.append(input(name, value)) }
        let transport = work.properties.text("signal_transport") ?? "CFN_SIGNAL"
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
        return inputs + told.map { input($0.0, .string($0.1)) }
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
