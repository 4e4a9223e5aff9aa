extension PythonLiteral {
    /// The literal as Python's `repr` writes it.
    package var notation: String {
        switch content {
        case .none: "None"
        case .bool(let truth): truth ? "True" : "False"
        case .integer(let number): String(number)
        case .real(let number): PythonText.number(number)
        case .string(let text): PythonText.quoted(text)
        case .list(let items): "[\(Self.notation(of: items))]"
        case .tuple(let items): "(\(Self.notation(of: items))\(items.count == 1 ? "," : ""))"
        case .map(let entries):
            "{"
                + entries.map { "\($0.key.notation): \($0.value.notation)" }
                .joined(separator: ", ") + "}"
        case .call(let name, let arguments): "\(name)(\(Self.notation(of: arguments)))"
        }
    }

    private static func notation(of items: [PythonLiteral]) -> String {
        items.map(\.notation).joined(separator: ", ")
    }
}
