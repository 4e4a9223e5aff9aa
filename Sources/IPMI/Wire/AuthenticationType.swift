/// How a packet of IPMI 1.5 proves where it comes from (IPMI 2.0, table 13-8); `rmcpPlus` marks
/// the packets of IPMI 2.0.
public enum AuthenticationType: UInt8, Sendable, Hashable, CaseIterable {
    case none = 0
    case md2 = 1
    case md5 = 2
    /// The password itself, in the clear.
    case password = 4
    case oem = 5
    case rmcpPlus = 6

    /// The bit for this type where a byte tells which are supported.
    var mask: UInt8 { 1 << rawValue }
}
