/// The family a command belongs to (IPMI 2.0, table 5-1). Always the even value of the request.
struct NetworkFunction: Sendable, Hashable {
    let code: UInt8

    static let chassis = NetworkFunction(code: 0x00)
    static let bridge = NetworkFunction(code: 0x02)
    static let sensorEvent = NetworkFunction(code: 0x04)
    static let application = NetworkFunction(code: 0x06)
    static let storage = NetworkFunction(code: 0x0A)
    static let transport = NetworkFunction(code: 0x0C)
    /// Commands of a body that names itself in the first byte: DCMI, PICMG, VITA.
    static let groupExtension = NetworkFunction(code: 0x2C)
}
