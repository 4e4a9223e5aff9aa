import Documents

/// `99-refresh-completed`: tells a wait condition that the machine is configured, and deployments
/// that os-apply-config carried out as part of all metadata that they are done. It fails where that
/// does not arrive, so that the next round tells it.
package struct RefreshCompletedScript: RefreshScript {
    /// Groups that no hook is for: what they hold is merged into the metadata.
    private static let merged: Set<String> = ["os-apply-config", "Heat::Ungrouped"]
    private static let told = "/var/lib/os-apply-config-deployments/deployed"

    package let phase = RefreshPhase.postConfigure
    package let name = "99-refresh-completed"

    private let files: [String]
    private let delivery: SignalDelivery

    package init(files: [String], delivery: SignalDelivery) {
        self.files = files
        self.delivery = delivery
    }

    package func run(on system: some NodeSystem) async throws(NodeSystemError) -> ScriptEnd {
        do {
            let metadata = try NodeMetadata(files: files, on: system)
            func told(_ key: String) throws(ApplyConfigError) -> String {
                try metadata.answer(to: key, of: .raw, otherwise: "")
            }
            let id = try told("instance-id")
            guard !id.isEmpty else { return .success }
            // A handle is a file that is put, a signal is a message that is posted.
            let ways = [
                (try told("completion-handle"), SignalMethod.put),
                (try told("completion-signal"), .post),
            ]
            for (address, method) in ways where !address.isEmpty {
                let signal = NodeSignal(Self.body(id), to: .address(address, method))
                try await delivery.deliverOnce(signal)
            }
            try await tellDeployments(on: system)
            return .success
        } catch {
            return ScriptEnd(status: 1, said: "\(error)\n")
        }
    }

    /// Each is told of once.
    private func tellDeployments(on system: some NodeSystem) async throws {
        guard let text = try system.text(of: "/var/run/heat-config/heat-config"),
            let items = (try? DocumentValue(json: text))?.list
        else { return }
        for item in items where Self.merged.contains(item["group"]?.text ?? "Heat::Ungrouped") {
            guard let deployment = try HeatDeployment(item).chosen() else { continue }
            let marker = "\(Self.told)/\(deployment.id)"
            guard try system.status(of: marker) == nil else { continue }
            for signal in DeploymentReport(deployment, ["deploy_status_code": 0]).signals {
                try await delivery.deliver(signal)
            }
            try system.replace(marker, with: FileContents(bytes: [], mode: 0o600))
        }
    }

    private static func body(_ id: String) -> DocumentValue {
        [
            "Status": "SUCCESS", "Reason": "Configuration Complete", "UniqueId": .string(id),
            "Data": "Finished os-refresh-config.",
        ]
    }
}
