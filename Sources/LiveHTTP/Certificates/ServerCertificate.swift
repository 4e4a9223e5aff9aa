import Crypto
public import FoundationEssentials
import Glibc
import NIOSSL
import SwiftASN1
import X509

/// What a server shows who it is with: a chain of certificates, and the key of the first.
public struct ServerCertificate: Sendable {
    /// How long one that is made here is valid; BMCs' own commonly are for ten years.
    private static let validity: TimeInterval = 10 * 365 * 86_400
    /// How far the clocks of those who look at it may be behind.
    private static let clockSlack: TimeInterval = 86_400

    let chain: [NIOSSLCertificate]
    let key: NIOSSLPrivateKey
    /// Of the first certificate, for those who pin it.
    public let fingerprint: CertificateFingerprint
    /// The first certificate in PEM, for those who trust it by a file.
    public let pem: String

    /// - Parameters:
    ///   - chainFile: certificates in PEM, the server's own first.
    ///   - keyFile: the key in PEM, without a passphrase.
    public init(chainFile: String, keyFile: String) throws(CertificateError) {
        do {
            chain = try NIOSSLCertificate.fromPEMFile(chainFile)
            guard let first = chain.first else {
                throw CertificateError.unreadable(file: chainFile, reason: "there is none in it")
            }
            fingerprint = try CertificateFingerprint(first)
            pem = try Self.pem(first)
        } catch {
            throw .unreadable(file: chainFile, reason: "\(error)")
        }
        do { key = try NIOSSLPrivateKey(file: keyFile, format: .pem) } catch {
            throw .unreadable(file: keyFile, reason: "\(error)")
        }
    }

    /// One that nobody vouches for, with a new key.
    ///
    /// - Parameters:
    ///   - hosts: names and addresses that it is for.
    ///   - date: from when on it is valid, less a day.
    public static func selfSigned(
        for hosts: [String], at date: Date
    ) throws(CertificateError) -> ServerCertificate {
        do {
            let key = P256.Signing.PrivateKey()
            let certificate = try certificate(for: hosts, at: date, key)
            var serializer = DER.Serializer()
            try serializer.serialize(certificate)
            return try ServerCertificate(
                der: serializer.serializedBytes, keyDER: Array(key.derRepresentation))
        } catch {
            throw .notMade("\(error)")
        }
    }

    private init(der: [UInt8], keyDER: [UInt8]) throws {
        let certificate = try NIOSSLCertificate(bytes: der, format: .der)
        chain = [certificate]
        key = try NIOSSLPrivateKey(bytes: keyDER, format: .der)
        fingerprint = try CertificateFingerprint(certificate)
        pem = try Self.pem(certificate)
    }

    private static func pem(_ certificate: NIOSSLCertificate) throws -> String {
        PEMDocument(type: "CERTIFICATE", derBytes: try certificate.toDERBytes()).pemString
    }

    private static func certificate(
        for hosts: [String], at date: Date, _ key: P256.Signing.PrivateKey
    ) throws -> Certificate {
        let name = try DistinguishedName { CommonName(hosts.first ?? "localhost") }
        let alternatives = hosts.map { host in
            let address = address(host)
            return address.isEmpty
                ? GeneralName.dnsName(host)
                : GeneralName.ipAddress(ASN1OctetString(contentBytes: address[...]))
        }
        return try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(),
            publicKey: Certificate.PublicKey(key.publicKey),
            notValidBefore: date.addingTimeInterval(-clockSlack),
            notValidAfter: date.addingTimeInterval(validity), issuer: name, subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                try ExtendedKeyUsage([.serverAuth])
                SubjectAlternativeNames(alternatives)
            },
            issuerPrivateKey: Certificate.PrivateKey(key))
    }

    /// The bytes of an address, most significant first; none where it is a name.
    private static func address(_ host: String) -> [UInt8] {
        for (family, size) in [(AF_INET, 4), (AF_INET6, 16)] {
            var bytes = [UInt8](repeating: 0, count: size)
            if inet_pton(family, host, &bytes) == 1 { return bytes }
        }
        return []
    }

    var configuration: TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }
}
