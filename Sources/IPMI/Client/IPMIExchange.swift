/// The way to one controller: over real sockets, or a simulated network.
public protocol IPMIExchange: Sendable {
    /// Asks one thing and waits for the answer, or for the failure, which comes within
    /// ``IPMIClientLimits/request``.
    ///
    /// - Returns: the answer without its completion code.
    func exchange(_ request: IPMIRequest) async throws(IPMIError) -> [UInt8]
    /// Waits.
    func pause(_ duration: Duration) async throws(IPMIError)
}
