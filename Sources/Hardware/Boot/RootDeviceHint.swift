/// What one attribute of a disk must be for an image to go there.
public struct RootDeviceHint: Sendable, Hashable {
    /// An attribute of a disk, by Ironic's name for it.
    public enum Attribute: String, Sendable, Hashable, CaseIterable, CodingKey {
        case model, vendor, serial, wwn
        case wwnWithExtension = "wwn_with_extension"
        case wwnVendorExtension = "wwn_vendor_extension"
        case name, rotational, hctl
        case byPath = "by_path"
        case size

        /// Whether Ironic takes a text only, and refuses a number without quotes.
        public var isText: Bool { self != .size && self != .rotational }
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

    /// Whether a disk is as the hint says.
    ///
    /// - Throws: Where the two cannot be compared.
    func isSatisfied(by disk: DiskFacts) throws(SpecificationFailure) -> Bool {
        switch attribute {
        case .model: try rule.holds(for: disk.model)
        case .vendor: try rule.holds(for: disk.vendor)
        case .serial: try rule.holds(forAnyOf: [disk.serial] + disk.furtherSerials)
        case .wwn: try rule.holds(forAnyOf: [disk.wwn] + disk.furtherWWNs)
        case .wwnWithExtension: try rule.holds(for: disk.wwnWithExtension)
        case .wwnVendorExtension: try rule.holds(for: disk.wwnVendorExtension)
        case .name: try rule.holds(for: disk.name)
        case .hctl: try rule.holds(for: disk.hctl)
        case .byPath: try rule.holds(for: disk.byPath)
        case .size: try rule.holds(for: disk.size)
        case .rotational: rule.holds(for: disk.isRotational)
        }
    }
}
