import ArgumentParser
import Documents
import Foundation
import OrderedCollections
import Plans

/// `updraft plan export cloud --output cloud`
struct PlanExportCommand: PlanStoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the template, the environment and the files that a plan comes to.",
        discussion: """
            Into a folder, or with --json as one document of files by their names:

              updraft plan export cloud --output cloud
              updraft stack create cloud cloud/plan.yaml -e cloud/environment.yaml
            """)

    @OptionGroup var plans: PlanStoreOptions

    @Option(help: "Which version; the last where nothing is said.")
    var planVersion: Int?

    @Option(name: .shortAndLong, help: "The folder; the plan's name if nothing is said.")
    var output: String?

    @Argument(help: "The plan's name.")
    var name: String

    func act() throws {
        let plan = try plans.read().version(planVersion, of: name).plan
        let files = try plan.composition.files
        if plans.json {
            let document = DocumentValue.map(files.mapValues { .string($0) })
            return StandardOutput.print(document.json)
        }
        let folder = URL(filePath: output ?? name, directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (file, text) in files {
                try Data(text.utf8).write(to: folder.appending(path: file))
                StandardOutput.print(folder.appending(path: file).relativePath)
            }
        } catch { throw PlanError("\(folder.relativePath): \(error.localizedDescription)") }
        let missing = try plan.missing
        guard !missing.isEmpty else { return }
        StandardError.print("without a value: \(missing.joined(separator: ", "))")
    }
}
