/// The keys and places in lists that lead from a document's root to a value.
public struct TemplatePath: Sendable, Hashable {
    /// A path is asked for only when something is wrong, so it costs one reference to lengthen.
    private final class Link: Sendable {
        let parent: Link?
        let part: String

        init(_ parent: Link?, _ part: String) {
            self.parent = parent
            self.part = part
        }
    }

    private let last: Link?

    public init() { last = nil }

    private init(_ last: Link) { self.last = last }

    public var isRoot: Bool { last == nil }

    public func key(_ key: String) -> TemplatePath { TemplatePath(Link(last, key)) }

    public func item(_ index: Int) -> TemplatePath { TemplatePath(Link(last, "[\(index)]")) }

    /// From the root on.
    public var parts: [String] {
        var parts: [String] = []
        var link = last
        while let next = link {
            parts.append(next.part)
            link = next.parent
        }
        return parts.reversed()
    }

    public static func == (one: TemplatePath, two: TemplatePath) -> Bool { one.parts == two.parts }

    public func hash(into hasher: inout Hasher) { hasher.combine(parts) }
}

extension TemplatePath: CustomStringConvertible {
    /// For example `resources.server.properties.networks[0].port`.
    public var description: String {
        parts.reduce(into: "") { text, part in
            text += text.isEmpty || part.hasPrefix("[") ? part : ".\(part)"
        }
    }
}
