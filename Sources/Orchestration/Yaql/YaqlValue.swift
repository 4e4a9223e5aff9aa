import OrderedCollections

/// What a part of an expression comes to.
indirect enum YaqlValue: Sendable, Hashable {
    /// Neither a list nor a map.
    case scalar(TemplateValue)
    case list([YaqlValue])
    /// What a function yields item by item; `list` and `set` take it apart.
    case stream([YaqlValue])
    case map(OrderedDictionary<String, YaqlValue>)
    /// A regular expression.
    case regex(String)
    /// Items of which one cannot be had. Nobody minds who only asks what kind of value it is: YAQL
    /// goes through items when they are needed.
    case failure(String)
}

extension YaqlValue {
    init(_ value: TemplateValue) {
        switch value {
        case .list(let items): self = .list(items.map(YaqlValue.init))
        case .map(let entries): self = .map(entries.mapValues(YaqlValue.init))
        default: self = .scalar(value)
        }
    }

    static let null = YaqlValue.scalar(.null)
    static func text(_ text: String) -> YaqlValue { .scalar(.string(text)) }
    static func truth(_ truth: Bool) -> YaqlValue { .scalar(.bool(truth)) }
    static func number(_ number: Int) -> YaqlValue { .scalar(.integer(number)) }

    /// The value as templates know it.
    var templateValue: TemplateValue {
        switch self {
        case .scalar(let value): value
        case .list(let items), .stream(let items): .list(items.map(\.templateValue))
        case .map(let entries): .map(entries.mapValues(\.templateValue))
        case .regex(let pattern), .failure(let pattern): .string(pattern)
        }
    }

    /// The items of what can be gone through; nil for anything else, maps and texts too.
    var items: [YaqlValue]? {
        switch self {
        case .list(let items), .stream(let items): items
        default: nil
        }
    }

    var text: String? { if case .scalar(.string(let text)) = self { text } else { nil } }
    var integer: Int? { if case .scalar(.integer(let number)) = self { number } else { nil } }

    var isTrue: Bool {
        switch self {
        case .scalar(let value): !value.isEmpty
        case .list(let items): !items.isEmpty
        case .map(let entries): !entries.isEmpty
        // Python takes what is yet to be gone through for true.
        case .stream, .regex, .failure: true
        }
    }

    /// The kind of value, in words.
    var kind: String {
        if case .regex = self { "a regular expression" } else { templateValue.kind }
    }

    /// What went wrong with it or within it; nil where nothing did.
    var failure: String? {
        switch self {
        case .failure(let message): message
        case .list(let items), .stream(let items): items.lazy.compactMap(\.failure).first
        case .map(let entries): entries.values.lazy.compactMap(\.failure).first
        case .scalar, .regex: nil
        }
    }

    func isSame(as other: YaqlValue) -> Bool { templateValue.isSame(as: other.templateValue) }

    /// A key of a map. Templates have texts only.
    var key: String { templateValue.keyText }
}

extension YaqlValue {
    /// Refuses what takes more than ``TemplateLimits/resolved`` bytes when it is written out, or
    /// lies too deep in itself.
    func checkSize() throws(YaqlError) {
        var rest = TemplateLimits.resolved
        guard fits(into: &rest, depth: 0) else { throw YaqlError("it makes too large a value") }
    }

    private func fits(into rest: inout Int, depth: Int) -> Bool {
        rest -= TemplateLimits.valueSize
        guard depth <= TemplateLimits.resolvedDepth else { return false }
        switch self {
        case .scalar(.string(let text)), .regex(let text), .failure(let text):
            rest -= text.utf8.count
        case .scalar: break
        case .list(let items), .stream(let items):
            for item in items where !item.fits(into: &rest, depth: depth + 1) { return false }
        case .map(let entries):
            for (key, value) in entries {
                rest -= key.utf8.count
                guard value.fits(into: &rest, depth: depth + 1) else { return false }
            }
        }
        return rest >= 0
    }
}
