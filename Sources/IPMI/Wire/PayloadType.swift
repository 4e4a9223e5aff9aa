/// What an IPMI 2.0 packet carries (table 13-16).
struct PayloadType: Sendable, Hashable {
    let code: UInt8

    static let message = PayloadType(code: 0x00)
    static let serialOverLAN = PayloadType(code: 0x01)
    static let oem = PayloadType(code: 0x02)
    static let openSessionRequest = PayloadType(code: 0x10)
    static let openSessionResponse = PayloadType(code: 0x11)
    static let rakp1 = PayloadType(code: 0x12)
    static let rakp2 = PayloadType(code: 0x13)
    static let rakp3 = PayloadType(code: 0x14)
    static let rakp4 = PayloadType(code: 0x15)
}
