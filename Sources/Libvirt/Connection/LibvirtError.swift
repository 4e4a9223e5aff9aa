/// Why a hypervisor did not do what it was asked.
public enum LibvirtError: Error, Sendable, Hashable {
    /// What libvirt says of a failure: its numbers for the reason and for the part that met it
    /// (`virErrorNumber`, `virErrorDomain`), and its words.
    public struct Report: Sendable, Hashable {
        public let code: Int32
        public let domain: Int32
        public let message: String

        public init(code: Int32, domain: Int32, message: String) {
            self.code = code
            self.domain = domain
            self.message = message
        }
    }

    /// No answer came in time. What was asked may have been done all the same.
    case timeout(waited: Duration)
    /// The hypervisor cannot be reached, or the connection was lost.
    case disconnected(Report)
    /// The connection was lost before anything was asked.
    case lost
    /// Whoever asks may not do this, or is not known.
    case unauthorized(Report)
    /// There is no such domain, volume or device.
    case missing(Report)
    /// The hypervisor lacks what the call needs.
    case unsupported(Report)
    /// Somebody else has what the call needs, or a guest did not answer in time.
    case busy(Report)
    /// Any other refusal.
    case refused(Report)
    /// Too many calls wait already.
    case crowded
    /// What the hypervisor tells of a domain cannot be understood.
    case malformed(String)
    /// The domain is not what the call needs, with the reason.
    case unfit(String)
    /// The asker went away before the answer came.
    case cancelled

    /// Whether the same call can succeed later with nothing changed by an operator.
    public var isTransient: Bool {
        switch self {
        case .timeout, .disconnected, .lost, .busy, .crowded: true
        case .unauthorized, .missing, .unsupported, .refused, .malformed, .unfit, .cancelled: false
        }
    }

    /// The same with the name of what is missing, which not every hypervisor tells.
    func naming(_ name: DomainName) -> LibvirtError {
        guard case .missing(let report) = self, !report.message.contains(name.text) else {
            return self
        }
        return .missing(
            Report(
                code: report.code, domain: report.domain,
                message: "\(report.message) with the name '\(name)'"))
    }
}

extension LibvirtError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .timeout(let waited):
            "the hypervisor did not answer within \(waited.components.seconds) s"
        case .disconnected(let report): "the hypervisor cannot be reached: \(report.message)"
        case .lost: "the connection to the hypervisor was lost"
        case .unauthorized(let report): "the hypervisor does not let us: \(report.message)"
        case .missing(let report), .refused(let report), .busy(let report): report.message
        case .unsupported(let report): "the hypervisor cannot do this: \(report.message)"
        case .crowded: "too many calls wait for hypervisors"
        case .malformed(let what): "the hypervisor tells what cannot be understood: \(what)"
        case .unfit(let reason): reason
        case .cancelled: "cancelled"
        }
    }
}
