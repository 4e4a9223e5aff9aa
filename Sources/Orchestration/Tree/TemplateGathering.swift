import OrderedCollections

/// Follows the names of files from file to file.
struct TemplateGathering {
    /// Files of one tree: TripleO's have some hundreds.
    private static let limit = 10_000

    private(set) var templates: OrderedDictionary<String, TemplateNode> = [:]
    private(set) var texts: OrderedDictionary<String, String> = [:]
    private(set) var problems: [TemplateProblem] = []
    /// Files that are named and not there, for which empty ones stand.
    private(set) var stubs: [TemplateProblem] = []
    private let absent: TemplateTree.AbsentFile
    /// What is still to be read, and who asked for it first.
    private var pending: [(name: String, place: TemplatePlace?)] = []
    private var seen: Set<String> = []

    init(_ absent: TemplateTree.AbsentFile) { self.absent = absent }

    mutating func gather(
        _ root: String, _ environments: [String], _ read: (String) -> String?
    ) -> [EnvironmentFile] {
        follow(root, from: nil)
        let files = environments.compactMap { environment($0, read) }
        var next = 0
        while next < pending.count {
            let (name, place) = pending[next]
            next += 1
            template(name, place, read)
        }
        return files
    }

    private mutating func follow(_ name: String, from place: TemplatePlace?) {
        guard seen.count < Self.limit, seen.insert(name).inserted else { return }
        pending.append((name, place))
    }

    private mutating func miss(_ name: String, _ place: TemplatePlace?) {
        let message = "there is no file '\(name)'"
        problems.append(
            TemplateProblem(place ?? TemplatePlace(file: name, line: nil), message))
    }

    private mutating func node(
        _ text: String, _ name: String
    ) -> TemplateNode? {
        do { return try TemplateDocument.read(text, file: name) } catch {
            problems.append(error)
            return nil
        }
    }

    // MARK: Templates

    private mutating func template(
        _ name: String, _ place: TemplatePlace?, _ read: (String) -> String?
    ) {
        guard let text = read(name) else { return miss(name, place) }
        guard let node = node(text, name) else { return }
        templates[name] = renamed(node, TemplatePath(), name, read)
    }

    /// The same with the files in it by their names from where everything began.
    private mutating func renamed(
        _ node: TemplateNode, _ path: TemplatePath, _ file: String, _ read: (String) -> String?
    ) -> TemplateNode {
        switch node.content {
        case .scalar: return node
        case .list(let items):
            var others: [TemplateNode] = []
            for (index, item) in items.enumerated() {
                others.append(renamed(item, path.item(index), file, read))
            }
            return TemplateNode(line: node.line, content: .list(others))
        case .map(let entries):
            var others: [TemplateNode.Entry] = []
            for entry in entries {
                let path = path.key(entry.key)
                let value = named(entry, path, file, read)
                others.append(
                    TemplateNode.Entry(
                        key: entry.key, value: value ?? renamed(entry.value, path, file, read)))
            }
            return TemplateNode(line: node.line, content: .map(others))
        }
    }

    /// - Returns: nil for an entry that names no file.
    private mutating func named(
        _ entry: TemplateNode.Entry, _ path: TemplatePath, _ file: String,
        _ read: (String) -> String?
    ) -> TemplateNode? {
        guard let written = entry.value.string else { return nil }
        let isType = entry.key.lowercased() == "type" && ResourceRegistry.isTemplate(written)
        guard isType || entry.key == "get_file" else { return nil }
        let place = TemplatePlace(file: file, line: entry.value.line, path: path)
        let name = FileName.resolved(written, from: file)
        if isType { follow(name, from: place) } else { keep(name, place, read) }
        return TemplateNode(line: entry.value.line, content: .scalar(.string(name)))
    }

    private mutating func keep(
        _ name: String, _ place: TemplatePlace, _ read: (String) -> String?
    ) {
        guard texts[name] == nil else { return }
        if let text = read(name) {
            texts[name] = text
        } else if absent == .isEmpty {
            texts[name] = ""
            stubs.append(TemplateProblem(place, "there is no file '\(name)'; it is taken as empty"))
        } else {
            miss(name, place)
        }
    }

    // MARK: Environments

    private mutating func environment(
        _ name: String, _ read: (String) -> String?
    ) -> EnvironmentFile? {
        guard let text = read(name) else {
            miss(name, nil)
            return nil
        }
        guard let node = node(text, name) else { return nil }
        var entries: [TemplateNode.Entry] = []
        for entry in node.entries ?? [] {
            let path = TemplatePath().key(entry.key)
            let value =
                entry.key == "resource_registry"
                ? registry(entry.value, path, name, base: name)
                : renamed(entry.value, path, name, read)
            entries.append(TemplateNode.Entry(key: entry.key, value: value))
        }
        let root =
            node.entries == nil ? node : TemplateNode(line: node.line, content: .map(entries))
        do { return try EnvironmentFile(root, file: name) } catch {
            problems += error.problems
            return nil
        }
    }

    /// What types stand for is a file, unless it is a type; a base may say from where.
    private mutating func registry(
        _ node: TemplateNode, _ path: TemplatePath, _ file: String, base: String
    ) -> TemplateNode {
        guard let entries = node.entries else { return node }
        var base = base
        if let url = node["base_url"]?.string {
            base = FileName.resolved(url.hasSuffix("/") ? url : url + "/", from: file)
            if !base.hasSuffix("/") { base += "/" }
        }
        var others: [TemplateNode.Entry] = []
        for entry in entries where entry.key != "base_url" {
            let path = path.key(entry.key)
            others.append(
                TemplateNode.Entry(key: entry.key, value: registry(entry, path, file, base)))
        }
        return TemplateNode(line: node.line, content: .map(others))
    }

    private mutating func registry(
        _ entry: TemplateNode.Entry, _ path: TemplatePath, _ file: String, _ base: String
    ) -> TemplateNode {
        if entry.value.entries != nil { return registry(entry.value, path, file, base: base) }
        guard let written = entry.value.string, !written.contains("::"),
            entry.key != "hooks", entry.key != "restricted_actions",
            ResourceRegistry.isTemplate(written)
        else { return entry.value }
        let name = FileName.resolved(written, from: base)
        follow(name, from: TemplatePlace(file: file, line: entry.value.line, path: path))
        return TemplateNode(line: entry.value.line, content: .scalar(.string(name)))
    }
}
