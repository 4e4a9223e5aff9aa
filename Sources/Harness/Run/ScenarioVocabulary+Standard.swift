extension ScenarioVocabulary {
    /// What scenarios of this Updraft may name, with the bugs a world can plant.
    public static func standard(bugs: [BugName]) -> ScenarioVocabulary {
        ScenarioVocabulary(
            bugs: bugs, checkers: CheckerPanel.names, eventKinds: Self.standardEventKinds)
    }

    /// The kinds of everything that is journaled.
    static let standardEventKinds = [
        "machine.power", "bmc.power", "bmc.boot", "machine.booted-ramdisk", "machine.booted-disk",
        "machine.boot-failed", "disk.write-started", "disk.write-ended", "disk.erased",
        "disk.partition-lost", "machine.crashed", "machine.measured", "fault",
        "node.inspected", "node.reapplied", "node.changed-hardware", "operator.accepted-machine",
        "operator.refused-machine", "profile.given", "profile.unmatched", "benchmark.judged",
        "benchmark.unfit", "benchmark.fit",
        "code.fault",
        "bmc.power-told", "bmc.power-untold", "machine.ramdisk-heard",
        "wire.met", "wire.copy-obeyed", "wire.copy-believed", "wire.not-done",
        "wire.session-lost", "wire.refused", "wire.turned-away",
        "operator.set-aside", "operator.taken-back", "operator.power-button",
        "operator.power-asked", "operator.asks", "operator.answered",
        "site.fault", "pdu.breaker-tripped", "pdu.breaker-reset", "machine.mains-lost",
        "machine.cut-off",
        "store.recovered", "store.member-joined", "store.member-lost",
        "store.copy-damaged",
        "node.provision-state", "node.step", "node.maintenance", "node.abandoned",
        "node.asked-to-shut-down", "node.deleted", "node.bound-anew", "node.software-raid",
        "flow.phase", "undercloud.leader-elected", "undercloud.leader-deposed",
        "undercloud.member-lost", "conductor.admitted", "conductor.evicted",
        "undercloud.handed-over", "overcloud.refused",
        "overcloud.endpoints-registered", "server.state", "server.deleted",
        "stack.begun", "stack.settled",
        "machine.deployment-applied", "machine.deployment-signalled",
        "machine.deployment-unanswered",
    ]
}
