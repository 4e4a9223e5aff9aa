/// What the two ends of an IPMI 2.0 session have computed and never send. Printing it shows
/// nothing.
struct SessionKeys: Sendable, Hashable {
    /// The session integrity key.
    let sik: [UInt8]
    /// For the codes of packets.
    let k1: [UInt8]
    /// Its first 16 bytes encrypt.
    let k2: [UInt8]
    /// For the one suite family that hashes the password into each packet.
    let password: Secret

    /// Section 13.32: 20 bytes of a constant under the hash, whatever its length.
    private static let constantLength = 20

    init(sik: [UInt8], _ hash: KeyedHash, password: Secret) {
        self.sik = sik
        self.password = password
        k1 = hash.code([UInt8](repeating: 1, count: Self.constantLength), key: sik)
        k2 = hash.code([UInt8](repeating: 2, count: Self.constantLength), key: sik)
    }
}

extension SessionKeys: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "***" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: []) }
}
