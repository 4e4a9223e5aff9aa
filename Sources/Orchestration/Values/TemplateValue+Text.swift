import Documents
import OrderedCollections

extension TemplateValue {
    /// The value as Heat puts it into a text: booleans and nothing by Python's names, reals in the
    /// fewest digits that tell them apart, lists and maps in Python's notation.
    public var text: String {
        switch self {
        case .null: "None"
        case .bool(let truth): truth ? "True" : "False"
        case .integer(let number): String(number)
        case .real(let number): PythonText.number(number)
        case .string(let text): text
        case .list(let items): "[" + items.map(\.pythonNotation).joined(separator: ", ") + "]"
        case .map(let entries):
            "{"
                + entries.map { "\(PythonText.quoted($0)): \($1.pythonNotation)" }.joined(
                    separator: ", ")
                + "}"
        }
    }

    /// As Python writes a value within another, and in messages.
    var pythonNotation: String {
        if case .string(let text) = self { PythonText.quoted(text) } else { text }
    }
}
