import Documents

/// What Docker is asked for one container of a config.
struct ContainerCommand {
    private let name: String
    private let container: DocumentValue
    private let deployment: HeatDeployment

    init(_ name: String, _ container: DocumentValue, of deployment: HeatDeployment) {
        self.name = name
        self.container = container
        self.deployment = deployment
    }

    func command(on system: some NodeSystem) async throws(NodeSystemError) -> NodeCommand {
        if container["action"] == "exec" {
            var arguments = ["exec"] + option("privileged") + option("user")
            var words = self.words
            // The first word names the container, which may have got another name.
            if let first = words.first { words[0] = try await found(first, on: system) }
            arguments += words
            return NodeCommand("docker", arguments)
        }
        let name = try await freeName(on: system)
        return NodeCommand(
            "docker", ["run", "--name", name] + labels + options + [text("image") ?? ""] + words)
    }

    private func text(_ key: String) -> String? { container[key]?.text }

    private func option(_ key: String) -> [String] {
        guard let value = container[key] else { return [] }
        if case .bool(let truth) = value { return ["--\(key)=\(truth)"] }
        let text = key == "privileged" ? value.text.lowercased() : value.text
        return ["--\(key)=\(text)"]
    }

    private func options(_ key: String, _ name: String) -> [String] {
        let values = container[key].map { $0.list ?? [$0] } ?? []
        return values.filter(\.isTrue).map { "--\(name)=\($0.text)" }
    }

    private var options: [String] {
        let detached = container["detach"]?.isTrue ?? true ? ["--detach=true"] : []
        return detached + options("env_file", "env-file") + options("environment", "env")
            + option("net") + option("pid") + option("privileged") + option("restart")
            + option("user") + options("volumes", "volume")
            + options("volumes_from", "volumes_from")
    }

    private var labels: [String] {
        let labels = [
            ("deploy_stack_id", deployment[input: "deploy_stack_id"]?.text ?? "None"),
            ("deploy_resource_name", deployment[input: "deploy_resource_name"]?.text ?? "None"),
            ("config_id", deployment.id), ("container_name", name), ("managed_by", "docker-cmd"),
        ]
        return labels.flatMap { ["--label", "\($0)=\($1)"] }
    }

    private var words: [String] {
        guard let command = container["command"], command.isTrue else { return [] }
        if let words = command.list { return words.map(\.text) }
        return command.text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// The container's name, and more of it where another has that.
    private func freeName(on system: some NodeSystem) async throws(NodeSystemError) -> String {
        let suffix = deployment.id.filter { $0.isLetter || $0.isNumber }.prefix(8)
        var name = self.name
        var count = 0
        while try await isTaken(name, on: system) {
            count += 1
            name = "\(self.name)-\(suffix)\(count == 1 ? "" : String(count))"
        }
        return name
    }

    private func isTaken(
        _ name: String, on system: some NodeSystem
    ) async throws(NodeSystemError) -> Bool {
        let result = try await system.run(
            NodeCommand("docker", ["inspect", "--format", "exists", name]))
        return result.status == 0 && !result.output.isEmpty
    }

    private func found(
        _ name: String, on system: some NodeSystem
    ) async throws(NodeSystemError) -> String {
        let result = try await system.run(
            NodeCommand(
                "docker",
                [
                    "ps", "-a", "--filter", "label=container_name=\(name)", "--filter",
                    "label=config_id=\(deployment.id)", "--format", "{{.Names}}",
                ]))
        let names = String(decoding: result.output, as: UTF8.self).split(
            whereSeparator: \.isWhitespace)
        return result.status == 0 ? names.first.map(String.init) ?? name : name
    }
}
