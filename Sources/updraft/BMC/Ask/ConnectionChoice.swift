import ArgumentParser
import LiveHTTP

/// What is asked of the certificate of a Redfish service.
enum ConnectionChoice: ExpressibleByArgument {
    case tls(CertificateCheck)
    /// Without TLS.
    case plain

    init?(argument: String) {
        switch argument {
        case "verify": self = .tls(.verified(authorities: nil))
        case "ignore": self = .tls(.ignored)
        case "plain": self = .plain
        default:
            if let fingerprint = CertificateFingerprint(argument) {
                self = .tls(.pinned(fingerprint))
            } else if argument.contains("/") {
                self = .tls(.verified(authorities: argument))
            } else {
                return nil
            }
        }
    }

    var scheme: String {
        switch self {
        case .tls: "https"
        case .plain: "http"
        }
    }

    var check: CertificateCheck {
        switch self {
        case .tls(let check): check
        case .plain: .verified(authorities: nil)
        }
    }
}
