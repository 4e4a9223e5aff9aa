import Documents
import Facts
import Matching
import OrderedCollections

/// Facts and specifications out of documents.
enum Samples {
    /// A list of lists of four texts, as JSON has it.
    static func facts(_ document: DocumentValue?) -> [Fact] {
        (document?.list ?? []).compactMap { item in
            guard let texts = item.list?.compactMap(\.string), texts.count == 4 else { return nil }
            return Fact(texts[0], texts[1], texts[2], texts[3])
        }
    }

    /// A list of tuples, as `hardware` prints it.
    static func facts(python text: String) throws -> [Fact] {
        facts(try PythonLiteral(text).value)
    }

    /// The text of a specification file with these lines.
    static func specification(_ document: DocumentValue?) -> String {
        let lines = facts(document).map { fact in
            let texts: [DocumentValue] = [
                .string(fact.kind), .string(fact.id), .string(fact.key),
                .string(fact.value),
            ]
            return "(" + texts.map(\.notation).joined(separator: ", ") + ")"
        }
        return "[" + lines.joined(separator: ",\n ") + "]"
    }

    static func texts(_ document: DocumentValue?) -> [String: String] {
        (document?.map ?? [:]).reduce(into: [:]) { $0[$1.key] = $1.value.string }
    }
}
