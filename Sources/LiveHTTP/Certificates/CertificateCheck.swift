/// What a client asks of a service's certificate. There is no usual choice: controllers come with
/// certificates that nobody vouches for, and whoever speaks to them says what is done about it.
public enum CertificateCheck: Sendable, Hashable {
    /// It is for the service's name, valid now, and vouched for by the system's authorities, or
    /// by those in a PEM file.
    case verified(authorities: String?)
    /// It is this one, whatever it says.
    case pinned(CertificateFingerprint)
    /// Anything goes: what is sent is read by whoever stands between.
    case ignored
}
