/// What one attribute of a disk must be for an image to go there.
public struct RootDeviceHint: Sendable, Hashable {
    /// An attribute of a disk, by Ironic's name for it.
    public enum Attribute: String, Sendable, Hashable, CaseIterable, CodingKey {
        case model, vendor, serial, wwn, name, rotational, hctl
        case byPath = "by_path"
        case size
    }

    public let attribute: Attribute
    public let rule: RootDeviceRule

    /// Reads one entry of Ironic's `root_device` property: `serial`, `s== 61866da04f37`.
    public init(_ name: String, _ expression: String) throws(RootDeviceHintError) {
        guard let attribute = Attribute(rawValue: name) else {
            let known = Attribute.allCases.map(\.rawValue).joined(separator: ", ")
            throw RootDeviceHintError(hint: name, found: name, expected: "one of \(known)")
        }
        do {
            rule = try RootDeviceRule(expression, for: attribute)
        } catch {
            throw RootDeviceHintError(hint: name, found: expression, expected: error.expected)
        }
        self.attribute = attribute
    }

    /// A disk that does not tell an attribute satisfies no hint about it, not even a denial:
    /// Ironic skips it too.
    func isSatisfied(by disk: DiskFacts) -> Bool {
        switch attribute {
        case .model: rule.isSatisfied(by: disk.model)
        case .vendor: rule.isSatisfied(by: disk.vendor)
        case .serial: rule.isSatisfied(by: disk.serial)
        case .wwn: rule.isSatisfied(by: disk.wwn)
        case .name: rule.isSatisfied(by: disk.name)
        case .hctl: rule.isSatisfied(by: disk.hctl)
        case .byPath: rule.isSatisfied(by: disk.byPath)
        case .size: rule.isSatisfied(by: disk.size)
        case .rotational: rule == .truth(disk.isRotational)
        }
    }
}
