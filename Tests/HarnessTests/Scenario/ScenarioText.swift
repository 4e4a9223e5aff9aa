import Foundation
import Hardware
import Harness

/// A good scenario for tests to spoil, and what reading one says.
enum ScenarioText {
    static let vocabulary = ScenarioVocabulary(
        bugs: ["store-ignores-conditions"],
        checkers: ["one-lock-holder", "one-leader"],
        eventKinds: ["disk.write-started", "machine.powered"]
    )

    static let good = """
        # Why it exists: tests spoil it line by line.
        scenario: full-cloud
        machines:
          - { count: 20, rack: rack-1, processors: 8, memory: 32GiB, profile: compute, name: cn }
          - count: 4
            rack: rack-2
            processors: 4
            memory: 16GiB
            disks: [{ size: 100GiB, rotational: yes, serial: WD-1 }, { size: 512MiB }]
            root-device: { serial: wd-1 }
        datacenter: { nic: 10Gbit/s, uplink: 40Gbit/s, slow-machines: 5% }
        undercloud: { control-nodes: 2, from-seed: 1, flavor: control }
        cloud:
          mode: scale
          flavors:
            - { name: control, processors: 4, memory: 8GiB, disk: 40GiB, profile: control }
            - { name: compute, processors: 8, memory: 16GiB, disk: 40GiB }
          roles:
            - { name: controller, count: 3, flavor: control, image: overcloud-full }
            - { name: compute, count: 10, flavor: compute }
        seed: { off-after-pivot: 5m }
        faults:
          - { fault: power-loss, where: seed, on: { phase: pivot }, after: 3s, for: 10m }
          - { fault: machine-dead, where: { role: controller }, on: { phase: operation } }
          - { fault: bmc-silent, where: { rack: rack-2 }, at: 42m, for: 20m }
          - { fault: power-loss, where: subject, on: { event: disk.write-started, nth: 2 } }
          - { fault: process-kill, where: leader, on: { phase: overcloud-deploy }, after: 30s }
          - { fault: clock-drift, where: leader, at: 1h, by: 200ppm, for: 1h }
          - { fault: clock-step, where: any, at: 250ms, by: -5m, count: 2 }
          - { fault: link-loss, where: { machine: cn-20 }, at: 1d }
        expect: refused
        bug: store-ignores-conditions
        caught-by: one-lock-holder
        limits: { virtual-time: 12h, heal: 3h }
        """

    static func read(_ text: String, file: String = "full-cloud.yaml") throws -> Scenario {
        try ScenarioReader.read(Array(text.utf8), file: file, vocabulary: vocabulary)
    }

    static func problems(_ text: String, file: String = "full-cloud.yaml") -> [InputProblem] {
        problems(Array(text.utf8), file: file)
    }

    static func problems(_ bytes: [UInt8], file: String = "full-cloud.yaml") -> [InputProblem] {
        do {
            _ = try ScenarioReader.read(bytes, file: file, vocabulary: vocabulary)
            return []
        } catch {
            return error.problems
        }
    }
}
