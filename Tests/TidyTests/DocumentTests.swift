import Testing

@Suite("Documents")
struct DocumentTests {
    private static let folders = ["Sources", "Simulators"].flatMap(Repository.folders)

    @Test(
        "are there, each of them",
        arguments: [
            "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE",
        ]
    )
    func present(path: String) {
        #expect(Repository.exists(path), "\(path) is missing.")
    }

    @Test("keep the README to two screens")
    func readme() throws {
        Violation.report(DocumentRule.overlongReadme(Repository.text(of: "README.md") ?? ""))
    }

    @Test("name every room in the architecture")
    func architecture() {
        let text = Repository.text(of: "ARCHITECTURE.md") ?? ""
        #expect(!Self.folders.isEmpty)
        Violation.report(DocumentRule.unnamed(folders: Self.folders, architecture: text))
    }

    @Test("are caught when the README grows and when a room goes unnamed")
    func caught() {
        let limit = String(repeating: "a\n", count: DocumentRule.readmeLimit - 1)
        #expect(DocumentRule.overlongReadme(limit) == [])
        #expect(DocumentRule.overlongReadme(limit + "a\nb").count == 1)
        let text = "`Sources/World/` is the seam; BareMetalish is not a room."
        let unnamed = DocumentRule.unnamed(folders: ["World", "BareMetal"], architecture: text)
        #expect(unnamed.count == 1)
    }
}
