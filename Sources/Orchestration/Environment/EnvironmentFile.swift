import OrderedCollections

/// One environment file as it was read.
public struct EnvironmentFile: Sendable {
    public let file: String
    var parameters: OrderedDictionary<String, TemplateNode> = [:]
    var parameterDefaults: OrderedDictionary<String, TemplateNode> = [:]
    var registry: TemplateNode?
    var encryptedParameters: [String] = []
    var eventSinks: [TemplateValue] = []
    var strategies: OrderedDictionary<String, MergeStrategy> = [:]

    private static let sections = [
        "parameters", "resource_registry", "parameter_defaults", "encrypted_param_names",
        "event_sinks", "parameter_merge_strategies",
    ]

    /// - Parameters:
    ///   - text: in YAML or JSON.
    ///   - file: its name, for messages.
    /// - Throws: everything that is wrong with it: sections that there are not, or that are empty.
    public init(parsing text: String, file: String) throws(TemplateError) {
        self.file = file
        var log = ProblemLog(file: file)
        let root = log.keeping { () throws(TemplateProblem) in
            try TemplateDocument.read(text, file: file)
        }
        if let root { read(root, &log) }
        guard log.problems.isEmpty else { throw TemplateError(log.problems) }
    }

    /// - Parameter root: what the file says, with what it names by other names, if need be.
    init(_ root: TemplateNode, file: String) throws(TemplateError) {
        self.file = file
        var log = ProblemLog(file: file)
        read(root, &log)
        guard log.problems.isEmpty else { throw TemplateError(log.problems) }
    }

    private mutating func read(_ root: TemplateNode, _ log: inout ProblemLog) {
        guard let entries = root.entries else {
            return log.add(
                root.line, TemplatePath(), "found \(root.kind), expected a map of sections")
        }
        for entry in entries {
            let path = TemplatePath().key(entry.key)
            if !Self.sections.contains(entry.key) {
                let known = Self.sections.joined(separator: ", ")
                log.add(
                    entry.value.line, path,
                    "unknown section '\(entry.key)', expected one of \(known)")
            } else if entry.value.isNull {
                log.add(entry.value.line, path, "the section is empty")
            } else {
                read(entry, path, &log)
            }
        }
    }

    private mutating func read(
        _ entry: TemplateNode.Entry, _ path: TemplatePath, _ log: inout ProblemLog
    ) {
        switch entry.key {
        case "parameters": parameters = map(entry.value, path, &log)
        case "parameter_defaults": parameterDefaults = map(entry.value, path, &log)
        case "resource_registry": registry = entry.value
        case "encrypted_param_names":
            encryptedParameters = list(entry.value, path, &log).map(\.value.text)
        case "event_sinks": eventSinks = list(entry.value, path, &log).map(\.value)
        default: readStrategies(map(entry.value, path, &log), path, &log)
        }
    }

    private func map(
        _ node: TemplateNode, _ path: TemplatePath, _ log: inout ProblemLog
    ) -> OrderedDictionary<String, TemplateNode> {
        guard let entries = node.entries else {
            log.add(node.line, path, "found \(node.kind), expected a map")
            return [:]
        }
        return OrderedDictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    }

    private func list(
        _ node: TemplateNode, _ path: TemplatePath, _ log: inout ProblemLog
    ) -> [TemplateNode] {
        guard let items = node.items else {
            log.add(node.line, path, "found \(node.kind), expected a list")
            return []
        }
        return items
    }

    private mutating func readStrategies(
        _ entries: OrderedDictionary<String, TemplateNode>, _ path: TemplatePath,
        _ log: inout ProblemLog
    ) {
        for (key, node) in entries {
            guard let word = node.string, let strategy = MergeStrategy(rawValue: word) else {
                let known = MergeStrategy.allCases.map(\.rawValue).joined(separator: ", ")
                log.add(
                    node.line, path.key(key),
                    "found '\(node.value.text)', expected one of \(known)")
                continue
            }
            strategies[key] = strategy
        }
    }
}
