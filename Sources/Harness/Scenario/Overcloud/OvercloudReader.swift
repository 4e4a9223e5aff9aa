import BareMetal
import FoundationEssentials
import Jinja
import Orchestration
import OrderedCollections
import Undercloud

/// Reads a scenario's `overcloud`: the tree of templates that the overcloud is made of.
struct OvercloudReader {
    private static let keys = [
        "templates", "root", "environments", "parameters", "merge", "scale",
    ]
    private static let usualRoot = "overcloud.yaml"
    /// Parameters of the scenario itself, among the environments.
    private static let parametersFile = "parameters of the scenario"

    private let cursor: InputCursor
    private let overcloud: InputMapping

    /// - Returns: nil where it is no mapping, which is told.
    init?(_ cursor: InputCursor) {
        let shape = "a mapping with templates, and environments where there are any"
        guard let overcloud = cursor.mapping(expected: shape) else { return nil }
        (self.cursor, self.overcloud) = (cursor, overcloud)
    }

    private var root: String { overcloud["root"]?.plainText ?? Self.usualRoot }

    func read() -> CloudTemplate? {
        overcloud.reportUnknownKeys(known: Self.keys)
        _ = overcloud["root"]?.text(expected: "a template's name")
        guard var folder = folder(), make(&folder, root) else { return nil }
        let tree = tree(folder, overcloud)
        for stub in tree.stubs { cursor.notice(stub.description) }
        let problems = TemplateTreeCheck.problems(in: tree, for: .creation)
        for problem in problems { cursor.report("the tree: \(problem.description)") }
        guard problems.isEmpty, cursor.log.problems.isEmpty, let text = tree.template,
            let environment = try? tree.environment()
        else { return nil }
        return CloudTemplate(
            file: tree.root, template: text, files: tree.files, environment: environment.document)
    }

    private func folder() -> OvercloudFolder? {
        let shape = "the path of a folder with templates"
        guard let place = overcloud.required("templates", expected: shape),
            let path = place.text(expected: shape)
        else { return nil }
        let resolved = InputFile.resolve(path, from: cursor.log.file)
        var isFolder = false
        guard FileManager.default.fileExists(atPath: resolved, isDirectory: &isFolder), isFolder
        else {
            place.report("'\(resolved)': there is no such folder")
            return nil
        }
        return OvercloudFolder(resolved)
    }

    /// Renders and merges what is to be.
    ///
    /// - Returns: false where that cannot be done, which is told.
    private func make(_ folder: inout OvercloudFolder, _ root: String) -> Bool {
        do throws(JinjaError) { try folder.render() } catch {
            overcloud["templates"]?.report("the tree: \(error)")
            return false
        }
        guard let cursor = overcloud["merge"] else {
            overcloud["scale"]?.report("found 'scale' alone, expected 'merge' with the templates")
            return true
        }
        let names = texts(cursor, "a list of templates") ?? []
        do throws(TemplateProblem) {
            for conflict in try folder.merge(names, scaling: scaling(), into: root) {
                cursor.notice(conflict.description)
            }
        } catch {
            cursor.report("the tree: \(error.description)")
            return false
        }
        return true
    }

    /// How often what is named after a prefix is there, as `NovaCompute: 2`.
    private func scaling() -> [ScalingRule] {
        let shape = "a mapping of prefixes to counts such as NovaCompute: 2"
        let entries = overcloud["scale"]?.mapping(expected: shape)?.entries ?? []
        return entries.compactMap { entry in
            let rule = entry.value.plainText.flatMap { ScalingRule("\(entry.key)=\($0)") }
            if rule == nil { entry.value.reportMismatch(expected: "a count, as 2 or 2,0") }
            return rule
        }
    }

    private func texts(_ cursor: InputCursor?, _ shape: String) -> [String]? {
        guard let cursor else { return nil }
        return cursor.list(expected: shape)?.compactMap { $0.text(expected: shape) }
    }

    /// What an update of the stack brings: environments and parameters of an operation.
    ///
    /// - Returns: nil where something is wrong with them, which is told, or with the tree itself.
    func change(_ entry: InputMapping) -> (files: [String: String], environment: TemplateValue)? {
        let silent = InputProblemLog(file: cursor.log.file)
        let reader = OvercloudReader(cursor.reporting(to: silent))
        guard let reader, var folder = reader.folder(), reader.make(&folder, root) else {
            return nil
        }
        let tree = tree(folder, entry)
        do {
            return (tree.files, try tree.environment().document)
        } catch {
            for problem in error.problems { entry.cursor.report("the tree: \(problem)") }
            return nil
        }
    }

    /// - Returns: names of files that are there.
    private func environments(_ entry: InputMapping, in folder: OvercloudFolder) -> [String] {
        let shape = "a list of environment files"
        let entries = entry["environments"]?.list(expected: shape) ?? []
        return entries.compactMap { entry in
            guard let path = entry.text(expected: "an environment file") else { return nil }
            let resolved = InputFile.resolve(path, from: cursor.log.file)
            // It may be rendered of another.
            let name = folder.name(of: resolved)
            if folder.text(of: name) != nil { return name }
            entry.report("'\(resolved)': there is no such file")
            return nil
        }
    }

    /// - Parameter entry: what names environments and parameters.
    private func tree(_ folder: OvercloudFolder, _ entry: InputMapping) -> TemplateTree {
        let parameters = entry["parameters"].map { parametersText($0) }
        let names =
            environments(entry, in: folder) + (parameters == nil ? [] : [Self.parametersFile])
        return TemplateTree(gathering: root, environments: names, absent: .isEmpty) { name in
            name == Self.parametersFile ? parameters : folder.text(of: name)
        }
    }

    private func parametersText(_ cursor: InputCursor) -> String {
        guard cursor.mapping(expected: "a mapping of parameters to values") != nil else {
            return "{}"
        }
        let document: TemplateValue = ["parameters": cursor.value]
        return document.json()
    }
}
