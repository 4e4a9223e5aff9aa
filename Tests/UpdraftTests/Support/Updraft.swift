import Foundation
import Testing

/// The program itself, as it was built beside these tests.
enum Updraft {
    static let repository = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let fixtures = repository.appending(path: "Tests/UpdraftTests/Fixtures")

    /// The program; nil where it was not built.
    static let program: URL? = candidates.first {
        FileManager.default.isExecutableFile(atPath: $0.path())
    }

    static var isBuilt: Bool { program != nil }

    /// Whether it was built where libvirt is.
    static let hasLibvirt: Bool = {
        let ending = try? run(
            "bmc", "power", "status", "--via", "libvirt", "test:///default/test")
        return ending?.messages.contains("without libvirt") == false
    }()

    /// Why a test is skipped.
    static let absence: Comment = "SKIPPED: the program updraft was not built beside the tests"

    /// The tests' own program lies in the products' folder, or in a bundle within it.
    private static var candidates: [URL] {
        let running = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let named = CommandLine.arguments.prefix(1).map { URL(filePath: $0) }
        return
            ([running, Bundle.main.bundleURL, Bundle.main.executableURL].compactMap { $0 } + named)
            .flatMap { [$0.deletingLastPathComponent(), $0] }
            .map { $0.appending(path: "updraft") }
    }

    /// Runs the program to its end.
    static func run(_ arguments: String..., in folder: URL = repository) throws -> Ending {
        let process = try start(arguments, in: folder)
        return process.finish()
    }

    /// Runs the program to its end while its results go to a disk that is full.
    static func runOnFullDisk(_ arguments: [String]) throws -> Ending {
        let process = try RunningUpdraft(
            #require(program), arguments, in: repository, to: "/dev/full")
        return process.finish()
    }

    /// Starts the program and leaves it running.
    static func start(_ arguments: [String], in folder: URL = repository) throws -> RunningUpdraft {
        try RunningUpdraft(#require(program), arguments, in: folder)
    }
}
