import Crypto
import NIOSSL

/// The SHA-256 of a certificate, by which it is known without an authority.
public struct CertificateFingerprint: Sendable, Hashable {
    private static let size = 32

    private let bytes: [UInt8]

    /// - Parameter text: 64 hexadecimal digits, with colons between the bytes or not, as
    ///   `openssl x509 -fingerprint -sha256` tells it.
    /// - Returns: nil for anything else.
    public init?(_ text: some StringProtocol) {
        let digits = text.filter { $0 != ":" }.map { $0.hexDigitValue.map(UInt8.init) }
        guard digits.count == 2 * Self.size else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { return nil }
            bytes.append(high << 4 | low)
        }
        self.bytes = bytes
    }

    init(_ certificate: NIOSSLCertificate) throws {
        bytes = Array(SHA256.hash(data: try certificate.toDERBytes()))
    }
}

extension CertificateFingerprint: CustomStringConvertible {
    /// As `openssl` tells it.
    public var description: String {
        bytes.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count == 1 ? "0" + digits : digits
        }.joined(separator: ":")
    }
}
