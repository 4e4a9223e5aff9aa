import Documents
import OrderedCollections

/// heat-config: carries out the deployments that Heat has for a machine, each of them once, and
/// tells what came of it.
///
/// That a deployment is carried out is written down before its hook begins: one that breaks off
/// is neither tried again nor told of.
///
/// Source: heat-agents, `55-heat-config`.
package struct HeatConfig<System: NodeSystem>: Sendable {
    /// Where os-apply-config writes the list of deployments.
    package static var list: String { "/var/run/heat-config/heat-config" }
    /// Where it is written down which are carried out.
    package static var deployed: String { "/var/lib/heat-config/deployed" }
    /// Where that was written down before. It did not survive a start of the machine.
    private static var deployedBefore: String { "/var/run/heat-config/deployed" }
    /// A group of old that the collector takes care of.
    private static var collected: String { "os-apply-config" }

    private let system: System
    private let hooks: DeploymentHooks
    private let delivery: SignalDelivery

    package init(
        on system: System, hooks: DeploymentHooks = .usual, delivery: SignalDelivery
    ) {
        self.system = system
        self.hooks = hooks
        self.delivery = delivery
    }

    /// Carries out what is new, in the order of the list.
    /// - Throws: where there is no list.
    package func run() async throws(HeatConfigError) -> [DeploymentOutcome] {
        let items: [DocumentValue]
        do {
            guard let file = try system.contents(of: Self.list) else {
                throw HeatConfigError("No config file \(Self.list)")
            }
            if try system.status(of: Self.list)?.mode != 0o600 {
                try system.replace(Self.list, with: FileContents(bytes: file, mode: 0o600))
            }
            try prepare()
            items = (try? DocumentValue(json: String(decoding: file, as: UTF8.self)))?.list ?? []
        } catch let error as NodeSystemError {
            throw HeatConfigError(error.description)
        } catch let error as HeatConfigError {
            throw error
        } catch { throw HeatConfigError("\(error)") }
        var outcomes: [DeploymentOutcome] = []
        for item in items {
            outcomes.append(await outcome(of: item))
            if outcomes.last?.end == .broken(NodeSystemError.stopped.description) { break }
        }
        return outcomes
    }

    private func prepare() throws(NodeSystemError) {
        guard try system.status(of: Self.deployed)?.kind != .folder else { return }
        if try system.status(of: Self.deployedBefore)?.kind == .folder {
            try system.makeFolder("/var/lib/heat-config", mode: 0o755)
            try system.move(Self.deployedBefore, to: Self.deployed)
        } else {
            try system.makeFolder(Self.deployed, mode: 0o700)
        }
    }

    /// What goes wrong with one is no matter to the others.
    private func outcome(of item: DocumentValue) async -> DeploymentOutcome {
        func ended(_ end: DeploymentOutcome.End, _ group: String) -> DeploymentOutcome {
            DeploymentOutcome(id: item["id"]?.text ?? "", group: group, end: end)
        }
        let group = item["group"]?.text ?? ""
        do {
            guard let deployment = try HeatDeployment(item).chosen() else {
                return ended(.nothingToDo, group)
            }
            return ended(try await end(of: deployment), deployment.group)
        } catch {
            return ended(.broken("\(error)"), group)
        }
    }

    private func end(
        of deployment: HeatDeployment
    ) async throws(NodeSystemError) -> DeploymentOutcome.End {
        let marker = "\(Self.deployed)/\(deployment.id).json"
        if try system.status(of: marker) != nil { return .alreadyDeployed }
        guard let hook = try hooks.hook(for: deployment.group, on: system) else {
            return deployment.group == Self.collected ? .nothingToDo : .noHook
        }
        try keep(deployment.document, as: marker)
        let answer = Self.answer(try await hook.carryOut(deployment, on: system))
        try keep(answer, as: "\(Self.deployed)/\(deployment.id).notify.json")
        var lost: [SignalError] = []
        for signal in DeploymentReport(deployment, answer).signals {
            do throws(SignalError) { try await delivery.deliver(signal) } catch {
                lost.append(error)
            }
        }
        let code = answer["deploy_status_code"]
        return .carriedOut(status: code?.integer ?? Int(code?.text ?? "") ?? 0, lost: lost)
    }

    private func keep(_ value: DocumentValue, as path: String) throws(NodeSystemError) {
        let text = value.indentedJSON(by: 2)
        try system.replace(path, with: FileContents(bytes: Array(text.utf8), mode: 0o600))
    }

    /// What a hook says in JSON; what it says and how it ended where that is none.
    private static func answer(_ result: CommandResult) -> DocumentValue {
        let output = String(decoding: result.output, as: UTF8.self)
        if !output.isEmpty, let said = try? DocumentValue(json: output) { return said }
        if output.isEmpty, result.status == 0 { return [:] }
        return [
            "deploy_stdout": .string(output),
            "deploy_stderr": .string(String(decoding: result.errors, as: UTF8.self)),
            "deploy_status_code": .integer(result.status),
        ]
    }
}
