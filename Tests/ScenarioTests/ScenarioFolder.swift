import Foundation
import Harness
import Testing

/// A folder of scenario files, and how thoroughly the suite runs what is in it.
struct ScenarioFolder: CustomTestStringConvertible, Sendable {
    let name: String
    let schedules: [RunSchedule]

    /// Every folder there is. A scenario that lies in none of them is found by the tidy tests.
    static let all = [
        ScenarioFolder(name: "Scenarios", schedules: RunSchedule.allCases),
        ScenarioFolder(name: "Scenarios/fast", schedules: [.shuffle]),
        ScenarioFolder(name: "Scenarios/negative", schedules: [.shuffle]),
        ScenarioFolder(name: "Scenarios/slow", schedules: [.shuffle]),
        ScenarioFolder(name: "Scenarios/scale", schedules: [.shuffle]),
    ]

    /// More seeds, and each under every schedule, are run by `ci/test` in a release build, where
    /// they take a tenth of the time.
    static let seed: UInt64 = 1
    /// What a debug build takes minutes for is left to `ci/test` and `ci/bench`.
    private static let tooLarge = [
        "ten-thousand.yaml", "week-of-weather.yaml", "wire-five-hundred.yaml",
        "tripleo-2016-10.yaml", "tripleo-operations.yaml",
    ]

    /// The files in it, by name, as paths from the root of the checkout.
    var files: [String] {
        let folder = Self.root.appending(path: name)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return names.filter { $0.hasSuffix(".yaml") && !Self.tooLarge.contains($0) }.sorted()
            .map { name + "/" + $0 }
    }

    var testDescription: String { name }

    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
}
