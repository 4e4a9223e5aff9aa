import OrderedCollections

/// Puts the contents of files where templates include them.
struct TemplateInclusion {
    typealias Map = OrderedDictionary<String, TemplateValue>

    let keys: MergeKeys
    /// The text of a file; nil where there is none.
    let file: (String) -> String?

    /// Files that include files, at most.
    private static let depthLimit = 32

    /// Replaces every `__include__` by what it names; its neighbours stay.
    func resolved(_ value: TemplateValue, in name: String) throws(TemplateProblem) -> TemplateValue
    {
        try resolved(value, name, TemplatePath(), depth: 0)
    }

    private func resolved(
        _ value: TemplateValue, _ name: String, _ path: TemplatePath, depth: Int
    ) throws(TemplateProblem) -> TemplateValue {
        guard case .map(let entries) = value else { return value }
        var result: Map = [:]
        for (key, entry) in entries {
            let place = path.key(key)
            guard key == "__include__" else {
                result[key] = try resolved(entry, name, place, depth: depth)
                continue
            }
            let problem = TemplatePlace(file: name, line: nil, path: place)
            guard depth < Self.depthLimit else {
                throw TemplateProblem(problem, "files include each other without end")
            }
            guard case .map(let call) = entry, case .string(let file)? = call["path"] else {
                throw TemplateProblem(problem, "expected a map with the key 'path'")
            }
            var content = try read(file, problem)
            if let subkey = call["subkey"] {
                content = try step(subkey, into: content, problem)
            }
            content = try replaced(content, call["params"], problem)
            guard case .map(let included) = try resolved(content, file, place, depth: depth + 1)
            else { throw TemplateProblem(problem, "'\(file)' has no map there") }
            result.merge(included) { $1 }
        }
        return .map(result)
    }

    /// What a resource of the type `FileInclude` stands for.
    func included(
        _ fields: Map, at path: TemplatePath, in name: String
    ) throws(TemplateProblem) -> TemplateValue {
        let place = TemplatePlace(file: name, line: nil, path: path)
        guard case .string(let file)? = fields["Path"] ?? fields["path"] else {
            throw TemplateProblem(place, "expected the key 'Path' with a file's name")
        }
        var content = try read(file, place)
        let subkey = (fields["SubKey"] ?? fields["subkey"])?.text ?? ""
        for key in subkey.split(separator: ".", omittingEmptySubsequences: false) where key != "" {
            content = try step(.string(String(key)), into: content, place)
        }
        return try replaced(content, fields["Parameters"] ?? fields["parameters"], place)
    }

    private func read(
        _ file: String, _ place: TemplatePlace
    ) throws(TemplateProblem) -> TemplateValue {
        guard let text = self.file(file) else {
            throw TemplateProblem(place, "there is no file '\(file)' to include")
        }
        return try TemplateDocument.read(text, file: file).value
    }

    private func step(
        _ key: TemplateValue, into value: TemplateValue, _ place: TemplatePlace
    ) throws(TemplateProblem) -> TemplateValue {
        guard let inner = value.value(at: [key], .number) else {
            throw TemplateProblem(place, "the file has nothing at '\(key.text)'")
        }
        return inner
    }

    // MARK: Parameters

    /// References to parameters are replaced by what is given for these.
    private func replaced(
        _ value: TemplateValue, _ parameters: TemplateValue?, _ place: TemplatePlace
    ) throws(TemplateProblem) -> TemplateValue {
        switch parameters {
        case nil, .null?: return value
        case .map(let given)?:
            return given.reduce(value) { replaced($0, $1.key, $1.value) }
        case let other?:
            throw TemplateProblem(place, "found \(other.kind) as parameters, expected a map")
        }
    }

    private func replaced(
        _ value: TemplateValue, _ parameter: String, _ given: TemplateValue
    ) -> TemplateValue {
        switch value {
        case .map(let entries):
            if entries.count == 1, let entry = entries.elements.first,
                keys.references.contains(entry.key), entry.value == .string(parameter)
            {
                return given
            }
            return .map(entries.mapValues { replaced($0, parameter, given) })
        case .list(let items): return .list(items.map { replaced($0, parameter, given) })
        default: return value
        }
    }
}
