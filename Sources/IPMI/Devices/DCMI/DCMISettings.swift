/// What the commands of the Data Center Manageability Interface set (DCMI 1.5).
struct DCMISettings: Sendable {
    /// Who the group is: first byte of each request and answer.
    static let group: UInt8 = 0xDC
    static let longestTag = 63
    static let longestIdentifier = 64

    /// Text that is read and written in parts of 16 bytes.
    var assetTag: [UInt8] = []
    /// Ends with a zero; empty until it is set.
    var identifier: [UInt8] = []
    /// Exception action, limit, correction time and sampling period as they were set; nil before.
    var powerLimit: [UInt8]?
    var isLimitActive = false
    var thermalLimits: [UInt8: [UInt8]] = [:]
    var configuration = ParameterTable()
}
