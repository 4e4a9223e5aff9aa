/// What a line of a specification asks of one column of a fact.
enum SpecField {
    case text(String)
    /// Any text; the same one wherever the variable stands. Its number in the specification.
    case variable(Int)
    case call(SpecCall)
    /// A variable whose text must satisfy a function.
    case bound(Int, SpecCall)
    /// A call of a function that does not exist. No text satisfies it, though a fact that has
    /// exactly the line's texts does.
    case never

    var variable: Int? {
        switch self {
        case .variable(let number), .bound(let number, _): number
        case .text, .call, .never: nil
        }
    }

    /// Whether the text satisfies it, whatever variables stand for.
    func accepts(_ text: String) -> Bool {
        switch self {
        case .text(let expected): expected == text
        case .variable: true
        case .call(let call), .bound(_, let call): call.holds(for: text) == true
        case .never: false
        }
    }
}
