/// Why a certificate is of no use.
public enum CertificateError: Error, Sendable, Hashable {
    case unreadable(file: String, reason: String)
    case notMade(String)

    /// Nothing becomes better by waiting.
    public var isTransient: Bool { false }
}

extension CertificateError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let file, let reason): "cannot use \(file): \(reason)"
        case .notMade(let reason): "no certificate could be made: \(reason)"
        }
    }
}
