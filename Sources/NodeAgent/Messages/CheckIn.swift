public import Hardware
public import World

/// "This machine runs its operating system": sent by an installed system as it polls for metadata.
public struct CheckIn: NetworkRequest {
    public static let name = "check-in"

    /// Who asks is told by addresses, as a metadata service does.
    public let addresses: [MACAddress]
    public let host: HostAddress
    /// The image the system was started from.
    public let image: ImageDigest
    /// The network its address is of; nil where that is nothing to go by.
    public let vlan: VLAN?
    /// Its machine's software RAID that is not whole.
    public let raid: [SoftwareRAIDCondition]
    /// What tells the metadata that it has apart from others; nil where it has none.
    public let metadata: String?

    public init(
        addresses: [MACAddress], host: HostAddress, image: ImageDigest, vlan: VLAN? = nil,
        raid: [SoftwareRAIDCondition] = [], metadata: String? = nil
    ) {
        self.addresses = addresses
        self.host = host
        self.image = image
        self.vlan = vlan
        self.raid = raid
        self.metadata = metadata
    }

    public struct Reply: Codable, Sendable, Hashable {
        /// What the system is asked to do.
        public enum Wish: String, Codable, Sendable, Hashable {
            case goOn
            /// Its instance is to go, and its machine's controller does not switch it off.
            case shutDown
        }

        public let wish: Wish
        /// Its metadata, where that is not what it has.
        public var metadata: CollectedMetadata?

        public init(_ wish: Wish = .goOn) { self.wish = wish }
    }
}
