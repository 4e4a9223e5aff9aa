/// Which characters a place of a pattern takes.
struct PatternScalars: Sendable {
    indirect enum Item: Sendable {
        case range(ClosedRange<Unicode.Scalar>)
        /// `\d`, `\w`, `\s`, and their contraries in capitals.
        case word(Character)
    }

    var items: [Item] = []
    var isInverted = false
    var ignoresCase = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let isIn = holds(scalar) || (ignoresCase && Self.cases(of: scalar).contains(where: holds))
        return isIn != isInverted
    }

    private func holds(_ scalar: Unicode.Scalar) -> Bool {
        items.contains { item in
            switch item {
            case .range(let range): range.contains(scalar)
            case .word(let name): Self.isWord(scalar, name)
            }
        }
    }

    private static func cases(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        let (lower, upper) = (
            scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping
        )
        return [lower, upper].compactMap { text in
            text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar, _ name: Character) -> Bool {
        switch name {
        case "d": scalar.properties.generalCategory == .decimalNumber
        case "D": scalar.properties.generalCategory != .decimalNumber
        case "w": isOfWord(scalar)
        case "W": !isOfWord(scalar)
        case "s": isSpace(scalar)
        default: !isSpace(scalar)
        }
    }

    /// Python's `str.isalnum`, and the underscore.
    static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            true
        default: scalar == "_"
        }
    }

    /// Python's `str.isspace`, which has the separators among the control characters.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || (0x1c...0x1f).contains(scalar.value)
    }
}
