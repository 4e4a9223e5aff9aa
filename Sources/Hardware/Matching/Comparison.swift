/// How one value is held against another.
public enum Comparison: String, Sendable, Hashable, CaseIterable {
    case equal = "=="
    case unequal = "!="
    case atMost = "<="
    case atLeast = ">="
    case below = "<"
    case above = ">"

    func holds(between found: Double, and wanted: Double) -> Bool {
        switch self {
        case .equal: found == wanted
        case .unequal: found != wanted
        case .atMost: found <= wanted
        case .atLeast: found >= wanted
        case .below: found < wanted
        case .above: found > wanted
        }
    }

    /// Texts compare by Unicode scalar, as Python's do, whatever the locale.
    func holds(between found: String, and wanted: String) -> Bool {
        let (found, wanted) = (found.unicodeScalars, wanted.unicodeScalars)
        return switch self {
        case .equal: found.elementsEqual(wanted)
        case .unequal: !found.elementsEqual(wanted)
        case .atMost: !wanted.lexicographicallyPrecedes(found)
        case .atLeast: !found.lexicographicallyPrecedes(wanted)
        case .below: found.lexicographicallyPrecedes(wanted)
        case .above: wanted.lexicographicallyPrecedes(found)
        }
    }
}
