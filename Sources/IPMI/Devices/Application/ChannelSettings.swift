/// What can be set of the one channel to the network.
struct ChannelSettings: Sendable {
    /// Access mode and switches, now and after a restart (IPMI 2.0, section 22.22).
    var access: UInt8 = 0x02
    var storedAccess: UInt8 = 0x02
    var privilegeLimit = PrivilegeLevel.administrator
    var storedLimit = PrivilegeLevel.administrator

    /// The channel's number.
    static let lan: UInt8 = 1
    /// "The one this came on".
    static let current: UInt8 = 0x0E
    /// The interface on the main board.
    static let system: UInt8 = 0x0F

    /// The channel that a request means.
    ///
    /// - Throws: CCh for one that is not there.
    static func resolve(_ byte: UInt8) throws(CompletionCode) -> UInt8 {
        switch byte & 0x0F {
        case lan, current: lan
        case 0, system: byte & 0x0F
        default: throw .invalidField
        }
    }

    /// The same, for what only the network's channel has.
    static func requireLAN(_ byte: UInt8) throws(CompletionCode) {
        guard try resolve(byte) == lan else { throw .invalidField }
    }
}
