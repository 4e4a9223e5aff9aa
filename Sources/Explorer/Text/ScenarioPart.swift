import Documents
import Hardware
import Yams

/// One value of a scenario file, with the comments that stand at it: what a search changes and
/// writes again, so that what it leaves alone still reads as its author wrote it.
public struct ScenarioPart: Sendable, Hashable {
    public enum Value: Sendable, Hashable {
        /// - Parameter isPlain: whether it may stand without quotes.
        case scalar(String, isPlain: Bool)
        case list([ScenarioPart])
        case mapping([Entry])
    }

    /// One key of a mapping.
    public struct Entry: Sendable, Hashable {
        public let key: String
        public var part: ScenarioPart

        public init(_ key: String, _ part: ScenarioPart) {
            self.key = key
            self.part = part
        }
    }

    /// How a list or a mapping is written.
    public enum Style: Sendable, Hashable { case block, flow }

    public var value: Value
    public var style: Style
    /// Lines before it, comments and blank ones, without their indentation.
    public var lead: [String]
    /// The comment at the end of its first line with the spaces before it; nil where there is none.
    public var trail: String?

    public init(
        _ value: Value, style: Style = .flow, lead: [String] = [], trail: String? = nil
    ) {
        self.value = value
        self.style = style
        self.lead = lead
        self.trail = trail
    }

    /// A plain word or number.
    public static func plain(_ text: String) -> ScenarioPart {
        ScenarioPart(.scalar(text, isPlain: true))
    }

    /// A mapping on one line.
    public static func flow(_ entries: [(String, ScenarioPart)]) -> ScenarioPart {
        ScenarioPart(.mapping(entries.map { Entry($0.0, $0.1) }))
    }

    /// The value of a mapping's key; nil where it is not there, or this is no mapping. Setting nil
    /// removes the key; a new one comes last.
    public subscript(key: String) -> ScenarioPart? {
        get { entries.first { $0.key == key }?.part }
        set {
            guard case .mapping(var entries) = value else { return }
            let index = entries.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let part?): entries[index].part = part
            case (let index?, nil): entries.remove(at: index)
            case (nil, let part?): entries.append(Entry(key, part))
            case (nil, nil): break
            }
            value = .mapping(entries)
        }
    }

    /// A mapping's keys with their values, in order; empty for anything else.
    public var entries: [Entry] {
        if case .mapping(let entries) = value { entries } else { [] }
    }

    /// A list's values, in order; empty for anything else.
    public var items: [ScenarioPart] {
        get { if case .list(let items) = value { items } else { [] } }
        set { value = .list(newValue) }
    }

    /// A scalar's text; nil for anything else.
    public var text: String? {
        if case .scalar(let text, _) = value { text } else { nil }
    }
}
