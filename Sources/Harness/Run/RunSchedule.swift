/// How a world chooses among what is ready at the same moment.
public enum RunSchedule: Sendable, Hashable {
    /// In the order in which it became ready.
    case fifo
    /// By a draw from the seed.
    case shuffle
    /// By priorities drawn from the seed that change now and then: finds a bug that needs `depth`
    /// orderings with a stated chance.
    case pct(depth: Int)

    public static let depths = 1...16
    public static let standardDepth = 3

    /// A schedule by its text: `fifo`, `shuffle`, `pct`, or `pct:4` for another depth.
    public init?(text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        switch (parts.first, parts.count) {
        case ("fifo", 1): self = .fifo
        case ("shuffle", 1): self = .shuffle
        case ("pct", 1): self = .pct(depth: Self.standardDepth)
        case ("pct", 2):
            guard let depth = Int(parts[1]), Self.depths.contains(depth) else { return nil }
            self = .pct(depth: depth)
        default: return nil
        }
    }

    /// What ``init(text:)`` reads.
    public var text: String {
        switch self {
        case .fifo: "fifo"
        case .shuffle: "shuffle"
        case .pct(Self.standardDepth): "pct"
        case .pct(let depth): "pct:\(depth)"
        }
    }
}

extension RunSchedule: CaseIterable {
    /// One of each kind.
    public static let allCases: [RunSchedule] = [.fifo, .shuffle, .pct(depth: standardDepth)]
}

extension RunSchedule: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let schedule = RunSchedule(text: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "'\(text)' is no schedule")
        }
        self = schedule
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
