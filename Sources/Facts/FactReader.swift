import Documents
import OrderedCollections

/// Makes facts of what a document says.
struct FactReader {
    let origin: String
    private(set) var facts: [Fact] = []
    private(set) var remarks: [String] = []

    /// Remarks of one document that are told one by one; the others are counted.
    private static let remarkLimit = 20
    private var passedOver = 0

    init(origin: String) { self.origin = origin }

    mutating func read(_ document: DocumentValue) throws(FactDocumentError) {
        switch document {
        case .list(let entries): try read(tuples: entries)
        case .map: try read(introspection: document)
        default: throw wrong("expected a list of 4-tuples, or a map with an inventory")
        }
        if passedOver > 0 { remarks.append("\(passedOver) more entries were passed over") }
    }

    private func wrong(_ message: String) -> FactDocumentError {
        FactDocumentError(origin: origin, line: 1, column: nil, message: message)
    }

    private mutating func pass(over remark: String) {
        if remarks.count < Self.remarkLimit { remarks.append(remark) } else { passedOver += 1 }
    }

    private mutating func read(tuples: [DocumentValue]) throws(FactDocumentError) {
        guard tuples.count <= FactLimits.facts else {
            throw wrong("\(tuples.count) facts, more than \(FactLimits.facts)")
        }
        facts.reserveCapacity(facts.count + tuples.count)
        for (index, entry) in tuples.enumerated() {
            guard case .list(let fields) = entry, fields.count == 4 else {
                pass(over: "entry \(index + 1) is no 4-tuple")
                continue
            }
            let texts = fields.compactMap(Self.text)
            guard texts.count == 4 else {
                pass(over: "entry \(index + 1) has a field that is neither text nor number")
                continue
            }
            facts.append(Fact(texts[0], texts[1], texts[2], texts[3]))
        }
        guard !facts.isEmpty || tuples.isEmpty else {
            throw wrong("none of \(tuples.count) entries is a 4-tuple")
        }
    }

    /// Facts are texts; tools write numbers all the same, and null for what they do not know.
    static func text(_ value: DocumentValue) -> String? {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .real(let number): PythonText.number(number)
        case .bool(let truth): truth ? "True" : "False"
        case .null: "None"
        case .list, .map: nil
        }
    }

    // MARK: Inventories

    /// What the agent posts (`inventory` beside `data`), what inspector keeps (`extra` once its
    /// hook has sorted the data), what Ironic keeps (`plugin_data`), or an inventory alone.
    private mutating func read(introspection value: DocumentValue) throws(FactDocumentError) {
        let inventory = value["inventory"] ?? (value["interfaces"] != nil ? value : nil)
        for holder in [value, value["plugin_data"]].compactMap({ $0 }) {
            if case .list(let tuples)? = holder["data"] { try read(tuples: tuples) }
            if let extra = holder["extra"]?.map { read(extra: extra) }
        }
        if let inventory { read(inventory: inventory) }
        guard !facts.isEmpty || inventory != nil else {
            throw wrong("expected a map with 'inventory', 'data' or 'extra'")
        }
    }

    /// Inspector's hook turns the tuples into maps of maps of maps.
    private mutating func read(extra: OrderedDictionary<String, DocumentValue>) {
        for (kind, things) in extra {
            for (id, keys) in things.map ?? [:] {
                for (key, value) in keys.map ?? [:] {
                    guard let text = Self.text(value) else {
                        pass(over: "extra.\(kind).\(id).\(key) is neither text nor number")
                        continue
                    }
                    facts.append(Fact(kind, id, key, text))
                }
            }
        }
    }

    /// The inventory in the words of the `hardware` tool, less what extra data already says.
    private mutating func read(inventory: DocumentValue) {
        let known = Set(facts.map { [$0.kind, $0.id, $0.key] })
        for fact in InventoryFacts(inventory).facts
        where !known.contains([fact.kind, fact.id, fact.key]) {
            facts.append(fact)
        }
    }
}
