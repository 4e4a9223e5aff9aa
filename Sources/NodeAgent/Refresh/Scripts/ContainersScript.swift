import Documents
import OrderedCollections

/// `50-heat-config-docker-cmd`: removes the containers of configs that Heat has no more, and gives
/// those that stay the names that they were to have. It runs before new ones are started.
package struct ContainersScript: RefreshScript {
    /// Where there is none, no container can be.
    private static let engine = "/var/lib/docker"
    private static let managed = "label=managed_by=docker-cmd"

    package let phase = RefreshPhase.configure
    package let name = "50-heat-config-docker-cmd"

    package init() {}

    /// It never fails: what cannot be done now is tried in the next round.
    package func run(on system: some NodeSystem) async throws(NodeSystemError) -> ScriptEnd {
        guard try system.status(of: Self.engine) != nil,
            let text = try system.text(of: "/var/run/heat-config/heat-config"),
            let configs = (try? DocumentValue(json: text))?.list
        else { return .success }
        let wanted = configs.filter { $0["group"] == "docker-cmd" }.compactMap { $0["id"]?.text }
        try? await remove(allBut: wanted, on: system)
        try? await rename(on: system)
        return .success
    }

    /// The lines that Docker says; none where it fails.
    private func lines(
        _ arguments: [String], on system: some NodeSystem
    ) async throws(NodeSystemError) -> [String] {
        let result = try await system.run(NodeCommand("docker", arguments))
        guard result.status == 0 else { return [] }
        return String(decoding: result.output, as: UTF8.self).split(separator: "\n")
            .map(String.init)
    }

    private func remove(
        allBut wanted: [String], on system: some NodeSystem
    ) async throws(NodeSystemError) {
        let listed = try await lines(
            ["ps", "-a", "--filter", Self.managed, "--format", "{{.Label \"config_id\"}}"],
            on: system)
        for config in OrderedSet(listed) where !wanted.contains(config) {
            let containers = try await lines(
                [
                    "ps", "-q", "-a", "--filter", Self.managed, "--filter",
                    "label=config_id=\(config)",
                ],
                on: system)
            for container in containers {
                _ = try await system.run(NodeCommand("docker", ["rm", "-f", container]))
            }
        }
    }

    private func rename(on system: some NodeSystem) async throws(NodeSystemError) {
        let listed = try await lines(
            ["ps", "-a", "--format", "{{.Names}} {{.Label \"container_name\"}}"], on: system)
        let rows = listed.map { $0.split(separator: " ").map(String.init) }
        let names = rows.compactMap(\.first)
        let renamed = rows.filter { $0.count > 1 && $0[0] != $0[$0.count - 1] }
        for row in renamed.sorted(by: { $0[0].utf8.lexicographicallyPrecedes($1[0].utf8) }) {
            let wanted = row[row.count - 1]
            guard !names.contains(wanted) else { continue }
            _ = try await system.run(NodeCommand("docker", ["rename", row[0], wanted]))
        }
    }
}
