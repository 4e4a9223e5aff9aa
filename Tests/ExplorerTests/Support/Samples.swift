import Explorer
import Foundation
import Hardware
import Harness

/// Scenarios that tests work on.
enum Samples {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every scenario of the project that needs nothing from outside.
    static let files: [String] = {
        let folder = root.appendingPathComponent("Scenarios").path
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }
        return (names ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
            .filter { !$0.hasPrefix("templates/") && !$0.hasPrefix("inventories/") }
            .filter { !$0.hasPrefix("scale/") && !$0.contains("tripleo") }
            .map { "\(folder)/\($0)" }
    }()

    /// A cloud of three nodes with a planted bug, and more in it than the bug needs.
    static let buggy = """
        # Planted bug: the driver switches a machine off that it is to restart.
        #
        # It is more than the bug needs.
        scenario: buggy

        machines:
          - { count: 2, rack: rack-1, processors: 8, memory: 32GiB }
          # The cards share their machines' power.
          - { count: 2, rack: r2, name: dpu, processors: 8, memory: 8GiB, disable-power-off: yes }

        undercloud: { control-nodes: 1, from-seed: 1, flavor: baremetal }

        cloud:
          mode: poc      # one flavor fits all
          flavors:
            - { name: baremetal, processors: 4, memory: 8GiB, disk: 40GiB }
          roles:
            - { name: compute, count: 1, flavor: baremetal }

        faults:
          - { fault: bmc-slow, where: { machine: machine-1 }, at: 10m, for: 5m }
          - { fault: bmc-log-full, where: any, at: 20m, for: 5m }

        bug: driver-cycles-power
        caught-by: off-switch-kept

        """

    static func text(_ text: String, file: String = "sample.yaml") throws -> ScenarioText {
        try ScenarioText(text, file: file)
    }

    static func scenario(_ text: ScenarioText) throws -> Scenario {
        try ScenarioReader.read(
            Array(text.text.utf8), file: "\(text.name).yaml", vocabulary: LocalProber.vocabulary)
    }
}
