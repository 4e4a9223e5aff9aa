/// How a disk's attribute is held against a value.
public enum RootDeviceComparison: String, Sendable, Hashable, CaseIterable {
    case equal = "=="
    case unequal = "!="
    case atMost = "<="
    case atLeast = ">="
    case below = "<"
    case above = ">"

    func holds<Value: Comparable>(between found: Value, and wanted: Value) -> Bool {
        switch self {
        case .equal: found == wanted
        case .unequal: found != wanted
        case .atMost: found <= wanted
        case .atLeast: found >= wanted
        case .below: found < wanted
        case .above: found > wanted
        }
    }

    func holds(between found: [UInt8], and wanted: [UInt8]) -> Bool {
        switch self {
        case .equal: found == wanted
        case .unequal: found != wanted
        case .atMost: !wanted.lexicographicallyPrecedes(found)
        case .atLeast: !found.lexicographicallyPrecedes(wanted)
        case .below: found.lexicographicallyPrecedes(wanted)
        case .above: wanted.lexicographicallyPrecedes(found)
        }
    }
}
