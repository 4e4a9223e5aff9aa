import Testing

@Suite("The package")
struct PackageTests {
    @Test("declares every folder with source as a target")
    func everyFolderIsDeclared() {
        let folders = Repository.areas.flatMap { area in
            Repository.folders(in: area).filter { count("\(area)/\($0)") > 0 }
        }
        #expect(!folders.isEmpty)
        Violation.report(
            PackageRule.undeclared(folders: folders, targets: Repository.manifest.targets)
        )
    }

    @Test("declares no target without content")
    func everyTargetHasContent() {
        let targets = Repository.manifest.targets
        let files = targets.map { name in
            (name, Repository.areas.map { count("\($0)/\(name)") }.reduce(0, +))
        }
        #expect(!targets.isEmpty)
        Violation.report(
            PackageRule.empty(targets: targets, files: Dictionary(uniqueKeysWithValues: files))
        )
    }

    @Test("is read by the names of its targets, in each way of declaring one")
    func manifest() {
        let text = """
            func room(_ name: String) -> Target { .target(name: name) }
            let yams = Target.Dependency.product(name: "Yams", package: "Yams")
            targets: [
                room("World", ["Hardware"]), simulator("Simulation", [yams]),
                tests("WorldTests", []), .executableTarget(name: "updraft"),
                // room("Attic"),
            ]
            """
        let manifest = PackageManifest(SwiftFile(path: "Package.swift", text: text))

        #expect(manifest.targets == ["World", "Simulation", "WorldTests", "updraft"])
    }

    @Test("is caught with a folder nobody builds and with a target nobody filled")
    func caught() {
        #expect(PackageRule.undeclared(folders: ["A", "B"], targets: ["A"]).count == 1)
        #expect(PackageRule.empty(targets: ["A", "B"], files: ["A": 1, "B": 0]).count == 1)
        #expect(PackageRule.empty(targets: ["A"], files: [:]).count == 1)
        #expect(PackageRule.undeclared(folders: ["A"], targets: ["A"]) == [])
        #expect(PackageRule.empty(targets: ["A"], files: ["A": 1]) == [])
    }

    private func count(_ path: String) -> Int {
        Repository.files(under: path, endings: ["swift", "modulemap"]).count
    }
}
