/// A test on one attribute of a disk, in the operators of oslo.utils' specs matcher.
public enum RootDeviceRule: Sendable, Hashable {
    /// `s== s!= s< s<= s> s>=`: as text, in lower case, by UTF-8 bytes.
    case text(RootDeviceComparison, String)
    /// `== != < <= > >=`: as a number. A size is in GiB, and equal only to exactly as many.
    case number(RootDeviceComparison, Double)
    /// `<in>`: the text occurs in the attribute.
    case contains(String)
    /// `<all-in>`: all the texts occur in the attribute.
    case containsAll([String])
    /// `<or>`: the attribute is one of the texts.
    case oneOf([String])
    /// `rotational` is neither text nor number.
    case truth(Bool)

    func isSatisfied(by attribute: String) -> Bool {
        let value = attribute.trimmed.lowercased()
        guard !value.isEmpty else { return false }
        switch self {
        case .text(let comparison, let wanted):
            return comparison.holds(between: Array(value.utf8), and: Array(wanted.utf8))
        case .number(let comparison, let wanted):
            return Double(value).map { comparison.holds(between: $0, and: wanted) } ?? false
        case .contains(let part): return value.contains(part)
        case .containsAll(let parts): return parts.allSatisfy { value.contains($0) }
        case .oneOf(let values): return values.contains(value)
        case .truth: return false
        }
    }

    func isSatisfied(by size: ByteCount) -> Bool {
        let gibibytes = Double(size.bytes) / Double(ByteCount.gibibytes(1).bytes)
        switch self {
        case .number(let comparison, let wanted):
            return comparison.holds(between: gibibytes, and: wanted)
        case .oneOf(let values): return values.contains { Double($0) == gibibytes }
        case .text, .contains, .containsAll, .truth: return false
        }
    }
}

extension RootDeviceRule: CustomStringConvertible {
    /// The rule as Ironic writes it; reading it back gives an equal rule.
    public var description: String {
        switch self {
        case .text(let comparison, let value): "s\(comparison.rawValue) \(value)"
        case .number(let comparison, let value): "\(comparison.rawValue) \(Self.shortest(value))"
        case .contains(let part): "<in> \(part)"
        case .containsAll(let parts): "<all-in> \(parts.joined(separator: " "))"
        case .oneOf(let values): values.map { "<or> \($0)" }.joined(separator: " ")
        case .truth(let value): "\(value)"
        }
    }

    private static func shortest(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? String(value)
    }
}
