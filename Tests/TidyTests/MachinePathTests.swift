import Testing

@Suite("Paths and hosts of one machine")
struct MachinePathTests {
    @Test("stand in no file of the repository")
    func tree() {
        for path in Repository.texts {
            guard let text = Repository.text(of: path) else { continue }
            Violation.report(MachinePathRule.violations(path: path, text: text))
        }
    }

    @Test(
        "are caught in code, documents, scripts and scenarios",
        arguments: [
            ("README.md", "see /\("work")/main"), ("ci/test", "cd /\("root")/updraft"),
            ("Sources/World/A.swift", "let a = \"/\("tmp")/store\""),
            ("ci/soak", "> /\("tmp")/log"),
            ("Scenarios/minimal.yaml", "inventory: /\("home")/me/nodes.json"),
            ("Package.swift", "url: \"https://\("mirror").example.com/a\""),
            ("ci/setup", "curl https://swift.\("artifactory").example.com/a"),
        ]
    )
    func caught(path: String, text: String) {
        #expect(MachinePathRule.violations(path: path, text: text).count == 1)
    }

    @Test(
        "are not seen in relative paths, other folders and addresses",
        arguments: [
            "Sources/\("work")/a", "https://example.com/\("root")/a", "/proc/self/statm",
            "$base/\("tmp")/x", "https://github.com/apple/swift-collections", "a / b",
        ]
    )
    func leftAlone(text: String) {
        #expect(MachinePathRule.violations(path: "ci/test", text: text) == [])
    }
}
