import Foundation
import Testing

/// A folder of scenario files, and how thoroughly the suite runs what is in it.
struct ScenarioFolder: CustomTestStringConvertible, Sendable {
    let name: String
    let seeds: ClosedRange<UInt64>

    /// Every folder there is. A scenario that lies in none of them is found by the tidy tests.
    static let all = [
        ScenarioFolder(name: "Scenarios", seeds: 1...3),
        ScenarioFolder(name: "Scenarios/fast", seeds: 1...3),
        ScenarioFolder(name: "Scenarios/negative", seeds: 1...3),
        ScenarioFolder(name: "Scenarios/scale", seeds: 1...1),
    ]

    /// The files in it, by name, as paths from the root of the checkout.
    var files: [String] {
        let folder = Self.root.appending(path: name)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { name + "/" + $0 }
    }

    var testDescription: String { name }

    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
}
