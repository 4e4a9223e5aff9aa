import ArgumentParser
import Documents
import Foundation
import Plans

/// Where plans are kept, and how what there is to tell is written.
struct PlanStoreOptions: ParsableArguments {
    @Option(
        help: "The file in which plans are kept; the first 'create' makes it.",
        completion: .file(extensions: ["json"]))
    var store = "plans.json"

    @Flag(help: "One JSON document on standard output.")
    var json = false

    /// What the file holds; nothing where there is none.
    func read() throws -> PlanShelf {
        guard FileManager.default.fileExists(atPath: store) else { return PlanShelf() }
        let text = try InputText.read(store)
        do {
            return try PlanShelf(DocumentValue(json: text))
        } catch let error as JSONSyntaxError {
            throw PlanError("\(store):\(error.line): \(error.message)")
        } catch let error as PlanError {
            throw PlanError("\(store): \(error)")
        }
    }

    /// Replaces the file in one step.
    func write(_ shelf: PlanShelf) throws {
        do {
            let text = shelf.document.indentedJSON(by: 1) + "\n"
            try Data(text.utf8).write(to: URL(filePath: store), options: .atomic)
        } catch {
            throw PlanError("\(store): \(error.localizedDescription)")
        }
    }

    /// Changes what the file holds.
    func change(_ body: (inout PlanShelf) throws -> Void) throws {
        var shelf = try read()
        let old = shelf
        try body(&shelf)
        if shelf != old { try write(shelf) }
    }
}
