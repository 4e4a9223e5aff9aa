import OrderedCollections

/// A value of a document that knows the line it was written in.
public struct TemplateNode: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        case scalar(TemplateValue)
        case list([TemplateNode])
        case map([Entry])
    }

    /// A key and what stands under it. Keys that are no texts are given as the texts that JSON
    /// makes of them.
    public struct Entry: Sendable, Hashable {
        public let key: String
        public let value: TemplateNode
    }

    /// Counted from 1.
    public let line: Int
    public let content: Content
}

extension TemplateNode {
    /// What stands under a key of a map.
    public subscript(key: String) -> TemplateNode? {
        guard case .map(let entries) = content else { return nil }
        return entries.first { $0.key == key }?.value
    }

    public var entries: [Entry]? {
        if case .map(let entries) = content { entries } else { nil }
    }

    public var items: [TemplateNode]? {
        if case .list(let items) = content { items } else { nil }
    }

    public var string: String? {
        if case .scalar(.string(let text)) = content { text } else { nil }
    }

    public var isNull: Bool { content == .scalar(.null) }

    /// The value without its places.
    public var value: TemplateValue {
        switch content {
        case .scalar(let value): value
        case .list(let items): .list(items.map(\.value))
        case .map(let entries):
            .map(.init(entries.map { ($0.key, $0.value.value) }, uniquingKeysWith: { $1 }))
        }
    }

    /// The kind of value, in words.
    var kind: String {
        switch content {
        case .scalar(let value): value.kind
        case .list: "a list"
        case .map: "a map"
        }
    }
}
