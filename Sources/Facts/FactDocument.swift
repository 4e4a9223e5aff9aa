import Documents

/// What one machine was found to be: its facts in the order they were written.
///
/// Read from every form they come in: the `hardware` tool's list of 4-tuples as Python or as JSON
/// writes it, an ironic-python-agent inventory with or without the extra hardware data, and the
/// introspection data that inspector and Ironic keep of both.
public struct FactDocument: Sendable, Hashable {
    /// The form a document was written in.
    public enum Form: String, Sendable, Hashable, Codable {
        /// A list of 4-tuples, `[('disk', 'sda', 'size', '299'), …]`.
        case pythonTuples
        /// The same as a list of lists in JSON.
        case jsonTuples
        /// A map with `inventory`, and perhaps `data` or `extra`.
        case inventory
    }

    /// Where it was read from, such as a file's path.
    public let origin: String
    public let form: Form
    public let facts: [Fact]
    /// What was found odd and passed over: an entry that is no 4-tuple, a value that is no text.
    public let remarks: [String]

    public init(
        origin: String, form: Form = .pythonTuples, facts: [Fact], remarks: [String] = []
    ) {
        self.origin = origin
        self.form = form
        self.facts = facts
        self.remarks = remarks
    }

    /// Reads the document.
    ///
    /// - Throws: where reading stopped, for what is cut short, no literal, or no facts at all.
    public init(_ text: String, origin: String) throws(FactDocumentError) {
        guard text.utf8.count <= FactLimits.documentBytes else {
            throw FactDocumentError(
                origin: origin, line: 1, column: nil,
                message: "longer than \(FactLimits.documentBytes) bytes")
        }
        let (value, isJSON) = try Self.value(of: text, origin: origin)
        var reader = FactReader(origin: origin)
        try reader.read(value)
        let form: Form = value.map != nil ? .inventory : isJSON ? .jsonTuples : .pythonTuples
        self.init(origin: origin, form: form, facts: reader.facts, remarks: reader.remarks)
    }

    /// JSON where it is; else what Python reads, whose message is told as it knows the column.
    private static func value(
        of text: String, origin: String
    ) throws(FactDocumentError) -> (DocumentValue, isJSON: Bool) {
        let start = text.utf8.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard let start else {
            throw FactDocumentError(origin: origin, line: 1, column: 1, message: "empty")
        }
        if let value = try? DocumentValue(json: text, depth: FactLimits.depth) {
            return (value, true)
        }
        do {
            return (try DocumentValue(python: text, depth: FactLimits.depth), false)
        } catch {
            let isCollection = [UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "(")]
                .contains(start)
            throw FactDocumentError(
                origin: origin, line: error.line, column: error.column,
                message: isCollection ? error.message : "no facts: \(error.message)")
        }
    }
}

extension FactDocument {
    /// The first value of a fact; nil where nobody said it.
    public func value(_ kind: String, _ id: String, _ key: String) -> String? {
        facts.first { $0.kind == kind && $0.id == id && $0.key == key }?.value
    }

    /// The facts as the `hardware` tool's files have them.
    public var pythonText: String {
        let lines = facts.map { fact in
            let texts = [fact.kind, fact.id, fact.key, fact.value].map(PythonText.quoted)
            return "(\(texts.joined(separator: ", ")))"
        }
        return "[\(lines.joined(separator: ",\n "))]\n"
    }

    /// The facts as a list of lists in JSON, as the ramdisk agent sends them under `data`.
    public var jsonText: String {
        let lines = facts.map { fact in
            let texts = [fact.kind, fact.id, fact.key, fact.value].map(PythonText.quotedJSON)
            return "[\(texts.joined(separator: ", "))]"
        }
        return "[\(lines.joined(separator: ",\n "))]\n"
    }
}
