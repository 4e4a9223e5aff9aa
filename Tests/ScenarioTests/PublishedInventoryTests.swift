import Foundation
import Harness
import SimulatedCloud
import Simulation
import Testing

@Suite("A cloud on TripleO's published inventory")
struct PublishedInventoryTests {
    private static let folder = ScenarioFolder.root.deletingLastPathComponent()
        .appending(path: "shared/inputs/tripleo-docs/inline")
    private static let inventory = "environments__baremetal.220.json"

    /// The documentation's three machines are all the same size, so one flavor fits them all.
    private static let scenario = """
        scenario: published
        inventory: \(inventory)
        undercloud: { control-nodes: 1, from-seed: 1, flavor: baremetal }
        cloud:
          mode: poc
          flavors: [{ name: baremetal, processors: 1, memory: 4GiB, disk: 20GiB }]
          roles: [{ name: controller, count: 1, flavor: baremetal }]
        """

    private static var isThere: Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: inventory).path())
    }

    @Test(
        "goes up, whatever the seed",
        .enabled(if: isThere, "SKIPPED: ../shared/inputs/tripleo-docs is not there"),
        arguments: UInt64(1)...5)
    func goesUp(seed: UInt64) throws {
        let scenario = try ScenarioReader.read(
            Array(Self.scenario.utf8), file: Self.folder.appending(path: "published.yaml").path(),
            vocabulary: .standard(bugs: SimulatedTestbed.bugs))
        let testbed = SimulatedTestbed(scenario, seed: seed, schedule: .shuffle)
        let report = Runner(
            RunParameters(scenario: scenario, seed: seed, schedule: .shuffle), on: testbed,
            in: RunSurroundings(wall: { .zero }, interruption: { .none })
        ).run()
        #expect(report.verdict.outcome == .passed, "\(TextReport.text(of: report))")
        #expect(report.verdict.machines == 3)
    }
}
