/// Which of a machine's disks an image may be written to (Ironic's `root_device` property).
///
/// A disk must satisfy every hint. Texts compare without regard to case. Without hints the choice
/// is ironic-python-agent's: the smallest disk that can hold an operating system.
public struct RootDeviceHints: Sendable, Hashable {
    /// The smallest disk chosen where no hint says otherwise (ironic-python-agent's 4 GiB).
    public static let smallestDisk = ByteCount.gibibytes(4)

    /// No two for the same attribute, in the attributes' order.
    public let hints: [RootDeviceHint]

    /// Where two hints name the same attribute, the last one holds, as in the property itself.
    public init(_ hints: [RootDeviceHint] = []) {
        self.hints = RootDeviceHint.Attribute.allCases.compactMap { attribute in
            hints.last { $0.attribute == attribute }
        }
    }

    /// Reads Ironic's form, such as `["serial": "s== 61866da04f37", "size": "> 100"]`.
    ///
    /// - Throws: The first error, by name of the hint.
    public init(_ expressions: [String: String]) throws(RootDeviceHintError) {
        var hints: [RootDeviceHint] = []
        for (name, expression) in expressions.sorted(by: { $0.key < $1.key }) {
            hints.append(try RootDeviceHint(name, expression))
        }
        self.init(hints)
    }

    /// Ironic's form; reading it back gives equal hints.
    public var expressions: [String: String] {
        Dictionary(uniqueKeysWithValues: hints.map { ($0.attribute.rawValue, $0.rule.description) })
    }

    /// The disk to write to, or nil where none will do.
    ///
    /// Disks are looked at by name, whatever order they were found in, so that a machine chooses
    /// the same disk at every boot for as long as names hold.
    public func rootDevice(among disks: [DiskFacts]) -> DiskFacts? {
        let byName = disks.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        if !hints.isEmpty {
            return byName.first { disk in hints.allSatisfy { $0.isSatisfied(by: disk) } }
        }
        return byName.filter { $0.size >= Self.smallestDisk }.min { $0.size < $1.size }
    }
}

extension RootDeviceHints: CustomStringConvertible {
    public var description: String {
        hints.map { "\($0.attribute.rawValue) \($0.rule)" }.joined(separator: ", ")
    }
}

extension RootDeviceHints: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        try self.init(try container.decode([String: String].self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: RootDeviceHint.Attribute.self)
        for hint in hints {
            try container.encode(hint.rule.description, forKey: hint.attribute)
        }
    }
}
