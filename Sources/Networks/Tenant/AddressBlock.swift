/// All addresses that begin alike: `192.0.2.0/24`.
public struct AddressBlock: Sendable, Hashable, Codable {
    /// The lowest address.
    public let base: IPAddress
    /// How many bits are alike.
    public let prefix: Int

    /// - Parameter text: an address and a prefix's length; bits beyond that are left out.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = IPAddress(parts[0]), let prefix = Int(parts[1]),
            (0...address.version.bits).contains(prefix)
        else { return nil }
        self.prefix = prefix
        let hosts = Self.size(address.version.bits - prefix)
        base = IPAddress(address.rawValue & ~(hosts - 1), address.version)
    }

    private static func size(_ bits: Int) -> UInt128 {
        bits == 128 ? 0 : UInt128(1) << UInt128(bits)
    }

    public var version: IPAddress.Version { base.version }

    public var last: IPAddress {
        IPAddress(base.rawValue | (Self.size(version.bits - prefix) &- 1), version)
    }

    public func contains(_ address: IPAddress) -> Bool {
        address.version == version && (base...last).contains(address)
    }

    public func overlaps(_ other: AddressBlock) -> Bool {
        contains(other.base) || other.contains(base)
    }

    /// The address at this distance from the lowest; nil where that is outside.
    public func address(at offset: UInt128) -> IPAddress? {
        let (sum, overflow) = base.rawValue.addingReportingOverflow(offset)
        guard !overflow, sum <= last.rawValue else { return nil }
        return IPAddress(sum, version)
    }
}

extension AddressBlock: CustomStringConvertible {
    public var description: String { "\(base)/\(prefix)" }
}
