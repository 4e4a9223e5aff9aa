import Testing

@Suite("The layout of files")
struct LayoutTests {
    @Test("holds in every file: one top-level type, and the file named after it")
    func tree() {
        Violation.report(Repository.swiftFiles.flatMap(LayoutRule.violations))
    }

    @Test(
        "is caught broken",
        arguments: [
            ("Sources/World/Node.swift", "struct Node {}\nenum Other {}"),
            ("Sources/World/Node.swift", "struct Node {}\nprivate struct Other {}"),
            ("Sources/World/Node.swift", "public struct Host {}"),
            ("Sources/World/Node+Text.swift", "extension Host { }"),
            ("Sources/World/Node+Text.swift", "struct Text {}\nextension Node {}"),
            ("Sources/World/Node.swift", "public typealias Host = Int"),
            ("Tests/WorldTests/NodeTests.swift", "struct NodeTests {}\nstruct HostTests {}"),
        ]
    )
    func caught(path: String, text: String) {
        #expect(violations(path, text).count == 1)
    }

    @Test(
        "allows facets, nested types, extensions beside the type and private fixtures of tests",
        arguments: [
            ("Sources/World/Node.swift", "struct Node { enum Kind {} }\nextension Node: A {}"),
            ("Sources/World/Node+Text.swift", "extension Node { struct Text {} }"),
            ("Sources/World/Node+Kind.swift", "public extension Node.Kind {}"),
            ("Sources/World/NodeName.swift", "public typealias NodeName = Name<Node>"),
            ("Benchmarks/updraft-bench/main.swift", "struct A {}\nstruct B {}"),
            ("Tests/WorldTests/NodeTests.swift", "struct NodeTests {}\nprivate struct Fake {}"),
            (
                "Sources/World/Node.swift",
                "// struct Other {}\nlet a = \"enum B {}\"\nactor Node {}"
            ),
        ]
    )
    func allowed(path: String, text: String) {
        #expect(violations(path, text) == [])
    }

    private func violations(_ path: String, _ text: String) -> [Violation] {
        LayoutRule.violations(in: SwiftFile(path: path, text: text))
    }
}
