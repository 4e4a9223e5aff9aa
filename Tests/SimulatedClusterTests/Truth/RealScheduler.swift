import Foundation
import SimulatedCluster

/// Pacemaker's own scheduler: `crm_simulate` of Debian's `pacemaker-cli-utils`.
struct RealScheduler {
    static let path = "/usr/sbin/crm_simulate"

    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

    /// What it does in each of many states; nil where it says nothing.
    ///
    /// All are asked in one process, whose making is most of the time it takes.
    static func answers(to documents: [String]) throws -> [Set<PlannedStep>?] {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "updraft-cluster-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (number, document) in documents.enumerated() {
            let file = folder.appending(path: "\(number).xml")
            try document.write(to: file, atomically: false, encoding: .utf8)
        }
        try run(
            "for n in $(seq 0 \(documents.count - 1)); do timeout 20 \(path) --xml-file $n.xml "
                + "--run --quiet --save-graph $n.graph > /dev/null 2>&1; done",
            in: folder)
        return documents.indices.map { number in
            let graph = try? read(folder.appending(path: "\(number).graph"))
            return graph.map(PlannedStep.steps)
        }
    }

    private static func read(_ file: URL) throws -> XMLElement {
        try XMLElement.read(String(contentsOf: file, encoding: .utf8))
    }

    private static func run(_ script: String, in folder: URL) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", script]
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.environment = ["HOME": folder.path(), "PATH": "/usr/bin:/usr/sbin:/bin"]
        try process.run()
        process.waitUntilExit()
    }
}
