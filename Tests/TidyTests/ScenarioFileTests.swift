import Testing

@Suite("Scenario files")
struct ScenarioFileTests {
    private static let suite = "Tests/ScenarioTests"

    /// The strings of the suite that runs scenarios; it names the folders it lists.
    private static let runFolders: Set<String> = Set(
        Repository.swiftFiles.filter { $0.isWithin([suite]) }.flatMap(\.tokens)
            .filter { $0.kind == .literal }
            .flatMap { $0.text.split(separator: "/").map(String.init) }
    )

    @Test(
        "say why they exist, are named as their scenario and lie where the suite runs them",
        .enabled(if: Repository.exists(suite), "Tests/ScenarioTests is absent: nothing runs them.")
    )
    func tree() {
        let paths = Repository.files(under: "Scenarios", endings: ["yaml", "yml"])
        #expect(!paths.isEmpty)
        for path in paths {
            let text = Repository.text(of: path) ?? ""
            Violation.report(
                ScenarioRule.violations(path: path, text: text, runFolders: Self.runFolders)
            )
        }
    }

    @Test(
        "are caught without a reason, under another name, and where nothing runs them",
        arguments: [
            ("Scenarios/fast/bmc-silent.yaml", "scenario: bmc-silent\n"),
            ("Scenarios/fast/bmc-silent.yaml", "# Why it exists.\nscenario: bmc-forgets\n"),
            ("Scenarios/fast/bmc-silent.yaml", "# Why it exists.\ncloud: {}\n"),
            ("Scenarios/attic/bmc-silent.yaml", "# Why it exists.\nscenario: bmc-silent\n"),
        ]
    )
    func caught(path: String, text: String) {
        #expect(violations(path, text).count == 1)
    }

    @Test(
        "are left alone when whole, with the name quoted and a comment behind it",
        arguments: ["bmc-silent", "\"bmc-silent\"", "bmc-silent   # the question's name"]
    )
    func whole(name: String) {
        let text = "# A controller falls silent.\n#\n# Why: …\nscenario: \(name)\n"
        #expect(violations("Scenarios/fast/bmc-silent.yaml", text) == [])
        #expect(violations("Scenarios/bmc-silent.yaml", text) == [])
    }

    private func violations(_ path: String, _ text: String) -> [Violation] {
        ScenarioRule.violations(path: path, text: text, runFolders: ["Scenarios", "fast"])
    }
}
