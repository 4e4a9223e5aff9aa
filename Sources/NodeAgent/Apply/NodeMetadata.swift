package import Documents
import OrderedCollections

/// The metadata of a node: what its configuration files say, the later ones over the earlier.
///
/// Source: os-apply-config 14.1.0, `collect_config`.
public struct NodeMetadata: Sendable {
    package let values: DocumentValue

    package init(_ values: DocumentValue) { self.values = values }

    /// - Parameter files: paths in order. Files that are not there are passed over, and documents
    ///   that are no maps mean nothing.
    /// - Throws: for a file that is not JSON.
    public init(files: [String], on system: some NodeSystem) throws(ApplyConfigError) {
        var merged = DocumentValue.map([:])
        for file in files where !file.isEmpty {
            let document: DocumentValue
            do {
                guard let text = try system.text(of: file) else { continue }
                document = try DocumentValue(json: text)
            } catch let error as NodeSystemError {
                throw ApplyConfigError(
                    "Could not open \(file) for reading. \(error.description)")
            } catch {
                throw ApplyConfigError("Could not parse metadata file: \(file): \(error)")
            }
            if document.map != nil { merged = Self.merged(merged, document) }
        }
        values = merged
    }

    /// What the files say that the collector has written down.
    /// - Throws: where the list is none.
    package init(
        listedOn system: some NodeSystem, in list: String = usualList
    ) throws(ApplyConfigError) {
        let text: String
        do { text = try system.text(of: list) ?? "[]" } catch {
            throw ApplyConfigError(error.description)
        }
        guard let files = (try? DocumentValue(json: text))?.list else {
            throw ApplyConfigError("No list defined in json file: \(list)")
        }
        try self.init(files: files.compactMap(\.string), on: system)
    }

    /// Where the collector writes down the files that it has.
    package static let usualList = "/var/lib/os-collect-config/os_config_files.json"

    /// Maps go into maps; anything else takes the place of what is there.
    private static func merged(_ one: DocumentValue, _ two: DocumentValue) -> DocumentValue {
        guard var entries = one.map, let others = two.map else { return two }
        for (key, value) in others {
            let old = entries[key]
            entries[key] = old?.map != nil ? merged(old ?? .null, value) : value
        }
        return .map(entries)
    }

    /// The map under a dotted name, instead of the whole.
    public func subhash(_ name: String) throws(ApplyConfigError) -> NodeMetadata {
        var values = self.values
        for key in name.split(separator: ".", omittingEmptySubsequences: false) {
            guard let inner = values[String(key)], inner.map != nil else {
                throw ApplyConfigError(
                    "key '\(name)' does not correspond to a hash in the metadata file")
            }
            values = inner
        }
        return NodeMetadata(values)
    }

    /// The value under a dotted name, whose parts are keys of maps or places in lists; nil where
    /// there is none, or nothing.
    func value(of name: String) -> DocumentValue? {
        var value = values
        for part in name.split(separator: ".", omittingEmptySubsequences: false).map(String.init) {
            if let inner = value[part], inner != .null {
                value = inner
            } else if let items = value.list, let item = Self.item(part, of: items) {
                value = item
            } else {
                return nil
            }
        }
        return value
    }

    /// Counted from the end where the number is negative, as in Python.
    private static func item(_ part: String, of items: [DocumentValue]) -> DocumentValue? {
        guard let number = Int(part) else { return nil }
        let index = number < 0 ? items.count + number : number
        return items.indices.contains(index) ? items[index] : nil
    }

    /// What a script that asks for a key is told: maps, lists and truths as JSON, others as they
    /// are.
    /// - Throws: where the key is missing and nothing stands for it, or the value has another form.
    public func answer(
        to name: String, of type: ConfigValueType, otherwise: String?
    ) throws(ApplyConfigError) -> String {
        guard let value = value(of: name) else {
            if let otherwise { return otherwise }
            throw ApplyConfigError("key \(name) does not exist in the metadata")
        }
        guard type.accepts(value.text) else {
            throw ApplyConfigError("cannot interpret value '\(value.text)' as type \(type)")
        }
        switch value {
        case .map, .list, .bool: return value.json
        default: return value.text
        }
    }

    /// Whether a key is a truth, and which; nil for what is none.
    public func truth(of name: String) -> Bool? {
        if case .bool(let truth) = value(of: name) { truth } else { nil }
    }
}
