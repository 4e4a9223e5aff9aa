/// How badly a fault hurts who keeps the undercloud's state.
enum FaultHarm: Sendable, Hashable {
    /// Work is held up, or goes wrong and is done again.
    case mild
    /// A machine, or all that share a part, is gone until it ends.
    case disruptive
    /// What is on a disk is lost for good.
    case destructive

    init(ofFault name: String) {
        if Self.destructiveNames.contains(name) {
            self = .destructive
        } else if Self.disruptiveNames.contains(name) {
            self = .disruptive
        } else {
            self = .mild
        }
    }

    private static let destructiveNames: Set<String> = [
        "disk-dead", "bit-rot", "sector-error", "misdirected-write", "torn-write", "lost-write",
        "disk-read-only", "disk-full", "raid-degraded",
    ]

    private static let disruptiveNames: Set<String> = [
        "power-loss", "machine-dead", "link-loss", "cables-swapped", "wrong-vlan", "macs-swapped",
        "nic-lost", "nics-flip", "os-hangs", "fans-fail", "cooling-lost", "disk-unplugged",
        "disk-locked", "feed-loss", "breaker-trip", "switch-dead", "uplink-loss", "process-kill",
        "power-button", "post-hangs", "post-waits-for-key", "boot-entries-lost", "supply-dead",
        "bmc-repeats", "bmc-swapped", "bmc-late", "packet-loss", "switch-misplaces", "clock-1970",
    ]
}
