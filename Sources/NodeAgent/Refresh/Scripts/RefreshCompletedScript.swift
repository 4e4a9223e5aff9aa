import Documents

/// `99-refresh-completed`: tells a wait condition that the machine is configured. It fails where
/// that does not arrive, so that the next round tells it.
package struct RefreshCompletedScript: RefreshScript {
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
            return .success
        } catch {
            return ScriptEnd(status: 1, said: "\(error)\n")
        }
    }

    private static func body(_ id: String) -> DocumentValue {
        [
            "Status": "SUCCESS", "Reason": "Configuration Complete", "UniqueId": .string(id),
            "Data": "Finished os-refresh-config.",
        ]
    }
}
