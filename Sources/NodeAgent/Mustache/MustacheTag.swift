/// A tag as it stands in a template.
struct MustacheTag {
    enum Kind: Character {
        case value = "v"
        case section = "#"
        case inverted = "^"
        case end = "/"
        case comment = "!"
        case partial = ">"
        case delimiters = "="

        /// Values that are to be escaped and values that are not are one kind: nothing is escaped.
        init(sign: Unicode.Scalar?) {
            switch sign {
            case "#": self = .section
            case "^": self = .inverted
            case "/": self = .end
            case "!": self = .comment
            case ">": self = .partial
            default: self = .value
            }
        }
    }

    let kind: Kind
    let key: String
    /// Where the blanks before the tag start, where the tag itself does, and where it ends.
    let start: Int
    let open: Int
    let end: Int
}
