import OrderedCollections
public import World

/// An action on a resource while its type works on it: the record, which the type changes, and
/// what is to be committed with it.
public struct ResourceWork: Sendable {
    public var record: ResourceRecord
    public let properties: PropertyValues
    /// What else is committed with the record.
    public var transaction = Transaction()
    public let stack: StackRecord
    public let tree: StackTree
    public let store: any Store
    public let sight: any StackSight
    public let now: Instant
    public let wallTime: WallTime
    public let random: any RandomSource

    /// What the type keeps of the resource, by key.
    public subscript(key: String) -> TemplateValue {
        get { record.data[key] }
        set {
            guard case .map(var entries) = record.data else { return }
            entries[key] = newValue == .null ? nil : newValue
            record.data = .map(entries)
        }
    }

    /// Since the present action began.
    public var elapsed: Duration { record.since.map { now - $0 } ?? .zero }

    /// Takes note of what is there already.
    ///
    /// - Parameter data: as a stack that was let go of tells it.
    mutating func adopt(_ data: TemplateValue) throws(ResourceError) -> WorkProgress {
        guard let id = data["resource_id"].string else {
            throw .failed("Exception", "Resource ID was not provided.")
        }
        record.physicalID = id
        if case .map = data["resource_data"] { record.data = data["resource_data"] }
        return .done
    }

    /// How many letters of a name are drawn.
    private static let drawnLetters = 12

    /// A name for the thing that the resource stands for, unlike any other.
    public func physicalName() -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
        let drawn = random.draw { generator in
            (0..<Self.drawnLetters).compactMap { _ in letters.randomElement(using: &generator) }
        }
        return "\(stack.name)-\(record.name)-\(String(drawn))"
    }
}

extension ResourceRecord {
    /// What the type keeps of the resource, by key.
    public subscript(key: String) -> TemplateValue { data[key] }
}
