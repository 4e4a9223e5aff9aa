/// A set of algorithms that an IPMI 2.0 session may use (table 22-20).
///
/// There is no suite 0: it lets in whoever knows a user's name. The suites with xRC4 (4, 5, 9,
/// 10, 13, 14, 18 and 19) are left out too.
public struct CipherSuite: Sendable, Hashable {
    /// The number the specification gives it.
    public let id: UInt8
    let authentication: AuthenticationAlgorithm
    let integrity: IntegrityAlgorithm
    let confidentiality: ConfidentialityAlgorithm

    private init(
        _ id: UInt8, _ authentication: AuthenticationAlgorithm, _ integrity: IntegrityAlgorithm,
        _ confidentiality: ConfidentialityAlgorithm
    ) {
        self.id = id
        self.authentication = authentication
        self.integrity = integrity
        self.confidentiality = confidentiality
    }

    /// All that are served and spoken, by number.
    public static let all: [CipherSuite] = [
        CipherSuite(1, .hmacSHA1, .none, .none),
        CipherSuite(2, .hmacSHA1, .hmacSHA1With96Bits, .none),
        CipherSuite(3, .hmacSHA1, .hmacSHA1With96Bits, .aesCBC128),
        CipherSuite(6, .hmacMD5, .none, .none),
        CipherSuite(7, .hmacMD5, .hmacMD5, .none),
        CipherSuite(8, .hmacMD5, .hmacMD5, .aesCBC128),
        CipherSuite(11, .hmacMD5, .md5, .none),
        CipherSuite(12, .hmacMD5, .md5, .aesCBC128),
        CipherSuite(15, .hmacSHA256, .none, .none),
        CipherSuite(16, .hmacSHA256, .hmacSHA256With128Bits, .none),
        CipherSuite(17, .hmacSHA256, .hmacSHA256With128Bits, .aesCBC128),
    ]
    /// What a client asks for where it may choose: the strongest, then what all controllers have.
    public static let preferred: [CipherSuite] = [.suite17, .suite3]

    /// SHA-256 throughout, encrypted.
    public static let suite17 = all[10]
    /// SHA-1, encrypted: what every controller of IPMI 2.0 has.
    public static let suite3 = all[2]

    /// The suite of this number; nil for one that is not served.
    public init?(id: UInt8) {
        guard let suite = Self.all.first(where: { $0.id == id }) else { return nil }
        self = suite
    }

    init?(
        _ authentication: AuthenticationAlgorithm, _ integrity: IntegrityAlgorithm,
        _ confidentiality: ConfidentialityAlgorithm
    ) {
        let found = Self.all.first {
            $0.authentication == authentication && $0.integrity == integrity
                && $0.confidentiality == confidentiality
        }
        guard let found else { return nil }
        self = found
    }
}
