import OrderedCollections
import World

/// `OS::Heat::SoftwareDeployment` and its structured kin: a config carried out on one server, which
/// tells what came of it.
struct SoftwareDeployment: ResourceType {
    enum Form: Sendable {
        case plain
        /// The config is a map in which inputs are filled in.
        case structured
    }

    var form = Form.plain
    let identity: IdentityService

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        try await begin(&work)
    }

    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress {
        try await checkInputs(of: work)
        return try await begin(&work)
    }

    func delete(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        if case .waiting = try await begin(&work) { return .waiting(until: nil) }
        try await remove(&work)
        return .done
    }

    func act(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress? {
        guard work.record.action == .suspend || work.record.action == .resume else { return nil }
        return try await begin(&work)
    }

    func proceed(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        guard let deployment = try await deployment(of: work)?.document else { return .done }
        switch deployment.status {
        case .inProgress: return .waiting(until: nil)
        case .failed:
            throw .failed("Error", "Deployment to server failed: \(deployment.reason)")
        case .complete:
            if work.record.action == .delete { try await remove(&work) }
            return .done
        }
    }

    /// What the server says came of it. An output that is an error, or a code that is not zero,
    /// is a failure.
    func signal(
        _ details: TemplateValue, _ work: inout ResourceWork
    ) async throws(ResourceError) -> String? {
        guard let stored = try await deployment(of: work) else { return nil }
        var deployment = stored.document
        let config = try await work.softwareConfig(deployment.config)
        guard case .map(let given) = details else { return nil }
        var outputs: OrderedDictionary<String, TemplateValue> = [:]
        var failures: [String] = []
        for output in config?.outputs ?? [] {
            guard let value = given[output["name"].text] else { continue }
            outputs[output["name"].text] = value
            if output["error_output"] == true, !value.isEmpty {
                failures.append(output["name"].text)
            }
        }
        for name in ["deploy_stdout", "deploy_stderr", "deploy_status_code"] {
            outputs[name] = given[name] ?? .null
        }
        deployment.outputs = .map(outputs)
        let code = given["deploy_status_code"] ?? .null
        if !code.isEmpty, code.text != "0" { failures.append("deploy_status_code") }
        let reasons = failures.map { name in
            name == "deploy_status_code"
                ? "\(name) : Deployment exited with non-zero status code: \(code.text)"
                : "\(name) : \(outputs[name]?.text ?? "")"
        }
        deployment.status = failures.isEmpty ? .complete : .failed
        deployment.reason = failures.isEmpty ? "Outputs received" : reasons.joined(separator: ", ")
        work.transaction.replace(stored, with: deployment)
        work["outputs"] = deployment.outputs
        return "deployment \(failures.isEmpty ? "succeeded" : "failed")"
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? { resource.record["outputs"][name] }

    // MARK: Deploying

    private func begin(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        let action = work.record.action
        let source = try await source(of: work)
        let isGone = action == .delete && source == nil
        guard !isGone, Self.acts(action, source, work.properties) else { return .done }
        let isSignalled = work.properties.text("signal_transport") != "NO_SIGNAL"
        DeploymentInputs.drawAccount(&work)
        let config = derived(from: source, work)
        work.transaction.insert(config)
        let stored = try await deployment(of: work)
        if let old = stored?.document.config {
            work.transaction.remove(DocumentKey(kind: SoftwareConfigRecord.kind, id: old))
        }
        var deployment = stored?.document ?? Self.deployment(work)
        deployment.config = config.id
        deployment.action = action
        deployment.status = isSignalled ? .inProgress : .complete
        deployment.reason = isSignalled ? "Deploy data available" : "Not waiting for outputs signal"
        if let stored {
            work.transaction.replace(stored, with: deployment)
        } else {
            work.transaction.insert(deployment)
        }
        work.record.physicalID = deployment.uuid
        work["server"] = .string(deployment.server)
        return isSignalled ? .waiting(until: nil) : .done
    }

    private static func deployment(_ work: ResourceWork) -> SoftwareDeploymentRecord {
        let server = work.properties.text("server") ?? ""
        return SoftwareDeploymentRecord(
            id: SoftwareDeploymentRecord.id(
                server: server, uuid: Identifier(drawnFrom: work.random)),
            server: server, config: "", action: work.record.action, status: .inProgress,
            reason: "", stack: work.stack.id, resource: work.record.name)
    }

    private static func acts(
        _ action: ResourceAction, _ source: SoftwareConfigRecord?, _ properties: PropertyValues
    ) -> Bool {
        guard let source, source.group == "component" else {
            return properties.list("actions").contains(.string(action.rawValue))
        }
        guard case .list(let configs) = source.config["configs"] else { return false }
        return configs.contains { part in
            guard case .list(let actions) = part["actions"] else { return false }
            return actions.contains(.string(action.rawValue))
        }
    }

    private func source(
        of work: ResourceWork
    ) async throws(ResourceError) -> SoftwareConfigRecord? {
        guard let id = work.properties.text("config"), !id.isEmpty else { return nil }
        if let config = try await work.softwareConfig(id) { return config }
        // What was deployed is given up also where the config went first.
        if work.record.action == .delete { return nil }
        throw .failed("NotFound", "Software config with id \(id) not found")
    }

    private func derived(
        from source: SoftwareConfigRecord?, _ work: ResourceWork
    ) -> SoftwareConfigRecord {
        let inputs = DeploymentInputs.of(source, work, identity)
        let config = source?.config ?? (form == .structured ? .emptyMap : "")
        let name = work.properties.text("name").flatMap { $0.isEmpty ? nil : $0 }
        return SoftwareConfigRecord(
            id: Identifier(drawnFrom: work.random).text,
            name: name ?? source?.name ?? work.record.name,
            group: source?.group ?? "Heat::Ungrouped",
            config: form == .structured
                ? DeploymentInputs.fill(
                    config, inputs, key: work.properties.text("input_key") ?? "get_input") : config,
            options: source?.options ?? .emptyMap, inputs: inputs,
            outputs: source?.outputs ?? [], createdAt: work.wallTime)
    }

    /// An input may say that a change of it makes the deployment anew.
    private func checkInputs(of work: ResourceWork) async throws(ResourceError) {
        guard let old = try await deployment(of: work)?.document,
            let before = try await work.softwareConfig(old.config),
            let source = try await source(of: work)
        else { return }
        for input in DeploymentInputs.of(source, work, identity)
        where input["replace_on_change"] == true {
            let known = before.inputs.first { $0["name"] == input["name"] }
            if let known, !known["value"].isSame(as: input["value"]) { throw .needsReplacement }
        }
    }

    private func remove(_ work: inout ResourceWork) async throws(ResourceError) {
        guard let stored = try await deployment(of: work) else { return }
        work.transaction.remove(
            DocumentKey(kind: SoftwareConfigRecord.kind, id: stored.document.config))
        work.transaction.delete(stored)
    }

    private func deployment(
        of work: ResourceWork
    ) async throws(ResourceError) -> Stored<SoftwareDeploymentRecord>? {
        guard let id = SoftwareDeploymentRecord.id(of: work.record) else { return nil }
        do throws(StoreError) {
            return try await work.store.get(SoftwareDeploymentRecord.self, id)
        } catch {
            throw .store(error)
        }
    }
}
