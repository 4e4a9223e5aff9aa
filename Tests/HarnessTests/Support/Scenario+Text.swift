import Hardware
import Testing

@testable import Harness

extension Scenario {
    /// A small scenario with these lines added.
    static func sample(_ lines: String = "") throws -> Scenario {
        let text = """
            scenario: sample
            machines:
              - { count: 2, rack: rack-1, processors: 8, memory: 32GiB }
            undercloud: { control-nodes: 1, from-seed: 1, flavor: any }
            cloud:
              mode: poc
              flavors: [{ name: any, processors: 4, memory: 8GiB, disk: 40GiB }]
              roles: [{ name: compute, count: 1, flavor: any }]
            """
        return try ScenarioReader.read(
            Array((text + "\n" + lines + "\n").utf8), file: "sample.yaml",
            vocabulary: .standard(bugs: ["planted"]))
    }
}
