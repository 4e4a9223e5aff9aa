import Documents
import FoundationEssentials
import Jinja
import Orchestration
import OrderedCollections

/// The folder of a tree of templates, as its author meant it to be read: with the files that are
/// rendered or merged from others.
///
/// Files are called by their paths below the folder, so that the same tree gives the same stack
/// wherever it lies.
struct OvercloudFolder {
    /// Larger files are no templates.
    private static let sizeLimit = 4 << 20
    private static let rolesFile = "roles_data.yaml"
    private static let networksFile = "network_data.yaml"

    private let root: String
    /// Made of others; they go over what lies in the folder.
    private var made: OrderedDictionary<String, String> = [:]

    /// - Parameter path: of a folder that is there.
    init(_ path: String) { root = Self.absolute(path) }

    /// A file's text; nil where there is none.
    func text(of name: String) -> String? {
        // As ``name(of:)`` counted it: a `..` of the system's own leads out of what a link is to.
        made[name] ?? Self.text(at: Self.absolute("\(root)/\(name)"))
    }

    /// What a file anywhere is called from the folder.
    func name(of path: String) -> String {
        let file = Self.absolute(path).split(separator: "/")
        let folder = root.split(separator: "/")
        let common = zip(file, folder).prefix { $0 == $1 }.count
        let up = Array(repeating: Substring(".."), count: folder.count - common)
        return (up + file[common...]).joined(separator: "/")
    }

    /// Renders the Jinja templates of a tree that comes with roles.
    mutating func render() throws(JinjaError) {
        guard let roles = text(of: Self.rolesFile) else { return }
        let networks = text(of: Self.networksFile) ?? ""
        made.merge(
            try TripleOTree(texts()).rendered(
                roles: Self.document(roles, Self.rolesFile),
                networks: Self.document(networks, Self.networksFile))
        ) { $1 }
    }

    private static func document(
        _ text: String, _ file: String
    ) throws(JinjaError) -> DocumentValue {
        do { return try DocumentValue(yaml: text) } catch {
            throw JinjaError(template: file, line: error.line, message: error.message)
        }
    }

    /// Makes one template of several, as trees of 2014 did before they went to Heat.
    ///
    /// - Returns: what they contradict each other in.
    mutating func merge(
        _ names: [String], scaling: [ScalingRule], into name: String
    ) throws(TemplateProblem) -> [TemplateProblem] {
        var files: [(name: String, text: String)] = []
        for file in names {
            guard let text = text(of: file) else {
                throw TemplateProblem(
                    TemplatePlace(file: file, line: nil), "there is no such file")
            }
            files.append((file, text))
        }
        let isHOT = files.first?.text.contains("heat_template_version:") ?? true
        let folder = self
        let merged = try TemplateMerge.merge(
            files, in: isHOT ? .hot : .cloudFormation, scaling: scaling
        ) {
            folder.text(of: $0)
        }
        guard !merged.template[isHOT ? "resources" : "Resources"].isEmpty else {
            throw TemplateProblem(
                TemplatePlace(file: name, line: nil), "what was merged has no resources")
        }
        made[name] = merged.template.json()
        return merged.conflicts
    }

    /// All texts of the tree by their paths below it, in the order of these.
    private func texts() -> OrderedDictionary<String, String> {
        var texts: OrderedDictionary<String, String> = [:]
        for path in Self.paths(below: root)
        where path.contains(".j2") || path.hasSuffix(".yaml") {
            texts[path] = Self.text(at: "\(root)/\(path)")
        }
        return texts
    }

    /// All files below a folder, in order of their paths. Links to folders are not followed.
    private static func paths(below folder: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        return (names ?? []).sorted().flatMap { name in
            let path = "\(folder)/\(name)"
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            guard attributes?[.type] as? FileAttributeType == .typeDirectory else { return [name] }
            return paths(below: path).map { "\(name)/\($0)" }
        }
    }

    private static func text(at path: String) -> String? {
        guard InputFile.isPlain(path),
            let data = try? Data(contentsOf: URL(filePath: path)), data.count <= sizeLimit
        else { return nil }
        return String(validating: data, as: UTF8.self)
    }

    /// Without `.` and `..`.
    private static func absolute(_ path: String) -> String {
        let whole =
            path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
        var parts: [Substring] = []
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }
}
