/// How the two ends of an IPMI 2.0 session prove that they know the password (table 13-17).
///
/// RAKP-none (0) is no case: it opens a session to whoever knows a name.
enum AuthenticationAlgorithm: UInt8, Sendable, Hashable, CaseIterable {
    case hmacSHA1 = 1
    case hmacMD5 = 2
    case hmacSHA256 = 3

    var hash: KeyedHash {
        switch self {
        case .hmacSHA1: .sha1
        case .hmacMD5: .md5
        case .hmacSHA256: .sha256
        }
    }

    /// How long the codes of RAKP 2 and 3 are.
    var codeLength: Int {
        switch self {
        case .hmacSHA1: 20
        case .hmacMD5: 16
        case .hmacSHA256: 32
        }
    }

    /// How much of the hash RAKP 4 carries.
    var checkLength: Int { self == .hmacSHA1 ? 12 : 16 }
}
