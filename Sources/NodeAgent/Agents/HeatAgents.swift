package import Documents
package import World

/// What makes a machine what its metadata say: a round from what was collected to what is told of
/// it.
///
/// Metadata are kept in os-collect-config's cache; where something changed, os-refresh-config's
/// phases run, with os-apply-config, os-net-config, heat-config and the signal of completion in
/// their usual places among the scripts that the image has. Only a round that succeeds is
/// remembered, so one that fails is made again.
package struct HeatAgents<System: NodeSystem>: Sendable {
    /// What came of a round.
    package struct Round: Sendable, Hashable {
        /// The pieces of metadata that have changed since a round succeeded with them. Where there
        /// are none nothing was run.
        package let changed: [String]
        /// What came of each deployment, in order.
        package let deployments: [DeploymentOutcome]
        /// The scripts that ended, in order.
        package let scripts: [String]
        /// Why it ended early; nil where it did not.
        package let failure: RefreshFailure?
    }

    private let system: System
    private let collect: CollectConfig<System>
    private let hooks: DeploymentHooks
    private let delivery: SignalDelivery
    private let scripts: String

    /// - Parameters:
    ///   - clock: what waits between two tries of a signal.
    ///   - scripts: where the phases' folders are.
    package init(
        on system: System, clock: any WorldClock, signals: any SignalTransport,
        hooks: DeploymentHooks = .usual, cache: String = MetadataCache<System>.defaultFolder,
        scripts: String = RefreshConfig<System>.defaultFolder
    ) {
        self.system = system
        collect = CollectConfig(on: system, cache: cache)
        self.hooks = hooks
        delivery = SignalDelivery(signals, clock: clock)
        self.scripts = scripts
    }

    /// Makes a round with what one source says.
    package func round(
        _ metadata: DocumentValue, from source: String = "heat",
        on occasion: CollectConfig<System>.Occasion = .change
    ) async throws(NodeSystemError) -> Round {
        try await round([CollectedDocument.exploded(metadata, from: source)], on: occasion)
    }

    /// Makes a round.
    /// - Parameter sources: what each source says, in their order; nil of one that is silent.
    package func round(
        _ sources: [[CollectedDocument]?],
        on occasion: CollectConfig<System>.Occasion = .change
    ) async throws(NodeSystemError) -> Round {
        var ends: [ScriptEnd] = []
        var failure: RefreshFailure?
        let round = try await collect.round(sources, on: occasion) { files in
            let refresh = RefreshConfig(on: system, folder: scripts, own: ownScripts(files))
            do throws(RefreshFailure) {
                try await refresh.runScripts { ends.append($0) }
                return CommandResult(status: 0)
            } catch {
                failure = error
                return CommandResult(status: 1, errors: Array(error.description.utf8))
            }
        }
        return Round(
            changed: round.changed, deployments: ends.flatMap(\.deployments),
            scripts: ends.map(\.path), failure: failure)
    }

    private func ownScripts(_ files: [String]) -> [any RefreshScript] {
        [
            StatefulPathsScript(), ApplyConfigScript(files: files), NetConfigScript(files: files),
            ContainersScript(), HeatConfigScript(hooks: hooks, delivery: delivery),
            RefreshCompletedScript(files: files, delivery: delivery),
        ]
    }
}
