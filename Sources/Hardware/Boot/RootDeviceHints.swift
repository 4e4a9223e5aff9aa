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
    /// the same disk at every boot for as long as names hold. A disk that a hint cannot be held
    /// against ends the search, as it ends ironic-python-agent's: a model is not above 5.
    /// Hints may name a disk that nothing can be installed on, such as virtual media; whoever
    /// writes to it looks at its medium.
    public func rootDevice(among disks: [DiskFacts]) -> DiskFacts? {
        let byName = disks.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        guard hints.isEmpty else { return try? byName.first { try satisfies($0) } }
        return byName.filter { $0.medium.isInstallable && $0.size >= Self.smallestDisk }
            .min { $0.size < $1.size }
    }

    /// All disks that satisfy every hint, in the order given (Ironic's `find_devices_by_hints`);
    /// all of them where there are no hints.
    ///
    /// - Throws: Where a hint cannot be held against a disk.
    public func devices(among disks: [DiskFacts]) throws(SpecificationFailure) -> [DiskFacts] {
        var found: [DiskFacts] = []
        for disk in disks where try satisfies(disk) { found.append(disk) }
        return found
    }

    private func satisfies(_ disk: DiskFacts) throws(SpecificationFailure) -> Bool {
        for hint in hints where try !hint.isSatisfied(by: disk) { return false }
        return true
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
