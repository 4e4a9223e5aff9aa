import ArgumentParser
import Foundation
import Hardware
import LiveWorld
import World

/// Where stacks are kept, and how what there is to tell is written.
struct StackStoreOptions: ParsableArguments {
    /// Whether the file may be one that is not there yet.
    enum Use {
        case existing, new
    }

    @Option(
        help: "The file in which stacks are kept; 'create' makes it where it is missing.",
        completion: .file(extensions: ["sqlite"]))
    var store = "stacks.sqlite"

    @Flag(help: "One JSON document on standard output.")
    var json = false

    /// - Throws: ``ExitStatus/unavailable`` where the file cannot be had, after saying why.
    func open(_ use: Use) throws -> StackDesk {
        guard use == .new || FileManager.default.fileExists(atPath: store) else {
            StandardError.print("\(store): there is no such file; 'updraft stack create' makes one")
            throw ExitStatus.badInput
        }
        do {
            let opened = try SQLiteStore.open(URL(filePath: store), name: "stacks")
            return StackDesk(opened)
        } catch {
            StandardError.print("\(store): \(error)")
            throw ExitStatus.unavailable
        }
    }
}
