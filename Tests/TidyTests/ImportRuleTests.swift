import Testing

@Suite("Imports")
struct ImportRuleTests {
    @Test("lean the way the architecture says, in every file")
    func tree() {
        Violation.report(Repository.swiftFiles.flatMap(ImportRule.violations))
    }

    @Test(
        "are caught when they lean the wrong way",
        arguments: [
            ("Sources/Hardware/A.swift", "import World"),
            ("Sources/Hardware/A.swift", "import FoundationEssentials"),
            ("Sources/World/A.swift", "public import Simulation"),
            ("Sources/BareMetal/A.swift", "import struct SimulatedDatacenter.SimulatedMachine"),
            ("Sources/BareMetal/A.swift", "@preconcurrency import Compute"),
            ("Sources/BareMetal/A.swift", "import IPMI"),
            ("Sources/Images/A.swift", "import LiveWorld"),
            ("Sources/Undercloud/A.swift", "import API"),
            ("Sources/Harness/Runner/A.swift", "import LiveWorld"),
            ("Sources/Harness/Runner/A.swift", "import SimulatedDatacenter"),
            ("Simulators/Simulation/A.swift", "import Hardware"),
            ("Simulators/SimulatedDatacenter/A.swift", "import BareMetal"),
        ]
    )
    func wrongDirection(path: String, text: String) {
        #expect(violations(path, text).count == 1)
    }

    @Test(
        "of libraries are caught outside the rooms that use them",
        arguments: [
            ("Sources/Compute/A.swift", "import Yams"),
            ("Sources/BareMetal/A.swift", "import NIOCore"),
            ("Sources/Undercloud/A.swift", "import Dispatch"),
            ("Simulators/SimulatedDatacenter/Store/A.swift", "import GRDB"),
            ("Sources/Harness/Runner/A.swift", "import Foundation"),
            ("Sources/World/A.swift", "import Glibc"),
            ("Sources/Harness/A.swift", "import ArgumentParser"),
            ("Sources/World/A.swift", "import LeftPad"),
        ]
    )
    func wrongLibrary(path: String, text: String) {
        #expect(violations(path, text).count == 1)
    }

    @Test(
        "are allowed along the arrows",
        arguments: [
            ("Sources/World/A.swift", "public import Hardware\nimport FoundationEssentials"),
            (
                "Sources/BareMetal/A.swift",
                "import NodeAgent\nimport Yams\nimport OrderedCollections"
            ),
            ("Sources/LiveWorld/A.swift", "import GRDB\nimport Foundation"),
            ("Sources/LiveHTTP/A.swift", "import AsyncHTTPClient\nimport NIOCore"),
            ("Sources/updraft/A.swift", "import SimulatedCloud\nimport LiveWorld\nimport Glibc"),
            ("Simulators/SimulatedCloud/A.swift", "import Harness\nimport Undercloud"),
            ("Sources/Hardware/A.swift", "// import World\nlet text = \"import World\""),
            ("Tests/WorldTests/A.swift", "@testable import World\nimport Foundation"),
        ]
    )
    func rightDirection(path: String, text: String) {
        #expect(violations(path, text) == [])
    }

    @Test("of a module without a line in the table are caught, so that no room goes unjudged")
    func unknownRoom() {
        #expect(violations("Sources/Attic/A.swift", "import Hardware").count == 1)
    }

    @Test("name only modules the table knows, and nothing leans on itself in a circle")
    func tableIsSound() {
        let table = ImportTable.modules
        for (module, imports) in table {
            for name in imports {
                #expect(table[name] != nil, "\(module) may import the unknown \(name).")
                #expect(table[name]?.contains(module) != true, "\(module) and \(name).")
            }
        }
        let upward = table.filter { $0.value.contains { $0.hasPrefix("Simula") } }.map(\.key)
        #expect(
            upward.sorted() == [
                "SimulatedCloud", "SimulatedDatacenter", "updraft", "updraft-bench",
            ]
        )
    }

    private func violations(_ path: String, _ text: String) -> [Violation] {
        ImportRule.violations(in: SwiftFile(path: path, text: text))
    }
}
