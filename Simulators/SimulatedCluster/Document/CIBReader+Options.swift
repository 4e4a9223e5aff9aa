extension CIBReader {
    func options(_ element: XMLElement?) -> ClusterOptions {
        var options = ClusterOptions()
        guard let element else { return options }
        let texts = values(of: element, in: "cluster_property_set")
        func isTrue(_ names: String..., default standard: Bool) -> Bool {
            names.lazy.compactMap { texts[$0] }.first.flatMap(ClusterText.boolean) ?? standard
        }
        options.isFencingEnabled = isTrue("stonith-enabled", "stonith_enabled", default: true)
        options.hasWatchdog = isTrue("have-watchdog", default: false)
        options.fencingAction =
            texts["stonith-action"] == "off"
                || texts["stonith-action"] == "poweroff" ? .off : .reboot
        options.fencesUnseenNodes = isTrue("startup-fencing", "startup_fencing", default: true)
        options.isFencingConcurrent = isTrue("concurrent-fencing", default: true)
        options.priorityFencingDelay = ClusterText.duration(texts["priority-fencing-delay"])
        options.noQuorumPolicy =
            (texts["no-quorum-policy"] ?? texts["no_quorum_policy"])
            .flatMap { .init(rawValue: $0.lowercased()) } ?? .stop
        options.isSymmetric = isTrue("symmetric-cluster", "symmetric_cluster", default: true)
        options.isInMaintenance = isTrue("maintenance-mode", default: false)
        options.stopsAllResources = isTrue("stop-all-resources", default: false)
        options.stopsOrphans = isTrue(
            "stop-orphan-resources", "stop_orphan_resources", default: true)
        options.isStartFailureFatal = isTrue("start-failure-is-fatal", default: true)
        options.probesAtStart = isTrue("enable-startup-probes", default: true)
        options.placement =
            texts["placement-strategy"].flatMap(ClusterOptions.PlacementStrategy.init) ?? .default
        options.health =
            texts["node-health-strategy"].flatMap(ClusterOptions.HealthStrategy.init) ?? .none
        options.healthBase = Score(text: texts["node-health-base"])
        if let red = texts["node-health-red"] { options.redHealth = Score(text: red) }
        options.yellowHealth = Score(text: texts["node-health-yellow"])
        options.greenHealth = Score(text: texts["node-health-green"])
        return options
    }
}
