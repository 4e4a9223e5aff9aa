import CLibvirt

extension LibvirtError {
    /// The failure of the last call on this thread, which libvirt keeps for each thread.
    static func last() -> LibvirtError {
        guard let error = virGetLastError() else {
            return .refused(Report(code: 0, domain: 0, message: "libvirt does not say why"))
        }
        let message = error.pointee.message.map { String(cString: $0) } ?? ""
        defer { virResetLastError() }
        return LibvirtError(
            Report(code: error.pointee.code, domain: error.pointee.domain, message: message))
    }

    /// Sorts a failure by what can be done about it.
    init(_ report: Report) {
        // What the connection itself meets on its way is not the hypervisor's refusal.
        let isWay = Self.way.contains(report.domain)
        if Self.unauthorized.contains(report.code) {
            self = .unauthorized(report)
        } else if Self.unreachable.contains(report.code) {
            self = .disconnected(report)
        } else if isWay, Self.failuresOfWay.contains(report.code) {
            self = .disconnected(report)
        } else if Self.busy.contains(report.code) {
            self = .busy(report)
        } else if Self.missing.contains(report.code) {
            self = .missing(report)
        } else if Self.unsupported.contains(report.code) {
            self = .unsupported(report)
        } else {
            self = .refused(report)
        }
    }

    private static let way = numbers(VIR_FROM_RPC, VIR_FROM_REMOTE, VIR_FROM_SSH, VIR_FROM_LIBSSH)
    private static let unauthorized = numbers(
        VIR_ERR_AUTH_FAILED, VIR_ERR_AUTH_CANCELLED, VIR_ERR_AUTH_UNAVAILABLE,
        VIR_ERR_ACCESS_DENIED, VIR_ERR_OPERATION_DENIED)
    private static let unreachable = numbers(
        VIR_ERR_UNKNOWN_HOST, VIR_ERR_NO_CONNECT, VIR_ERR_SSH, VIR_ERR_LIBSSH,
        VIR_ERR_INVALID_CONN)
    private static let failuresOfWay = numbers(
        VIR_ERR_SYSTEM_ERROR, VIR_ERR_RPC, VIR_ERR_INTERNAL_ERROR, VIR_ERR_GNUTLS_ERROR,
        VIR_ERR_READ_FAILED, VIR_ERR_WRITE_FAILED, VIR_ERR_OPERATION_FAILED)
    private static let busy = numbers(
        VIR_ERR_OPERATION_TIMEOUT, VIR_ERR_RESOURCE_BUSY, VIR_ERR_AGENT_UNRESPONSIVE,
        VIR_ERR_AGENT_UNSYNCED, VIR_ERR_OPERATION_ABORTED)
    private static let missing = numbers(
        VIR_ERR_NO_DOMAIN, VIR_ERR_INVALID_DOMAIN, VIR_ERR_NO_STORAGE_POOL,
        VIR_ERR_NO_STORAGE_VOL, VIR_ERR_NO_NETWORK, VIR_ERR_DEVICE_MISSING,
        VIR_ERR_NO_DOMAIN_METADATA)
    private static let unsupported = numbers(
        VIR_ERR_NO_SUPPORT, VIR_ERR_CONFIG_UNSUPPORTED, VIR_ERR_ARGUMENT_UNSUPPORTED,
        VIR_ERR_OPERATION_UNSUPPORTED, VIR_ERR_OS_TYPE)

    private static func numbers(_ codes: virErrorNumber...) -> Set<Int32> {
        Set(codes.map { Int32($0.rawValue) })
    }

    private static func numbers(_ domains: virErrorDomain...) -> Set<Int32> {
        Set(domains.map { Int32($0.rawValue) })
    }

    /// Whether the call came too late, or too early: the domain is not in the state it needs.
    var isOutOfState: Bool {
        guard case .refused(let report) = self else { return false }
        return report.code == Int32(VIR_ERR_OPERATION_INVALID.rawValue)
    }
}
