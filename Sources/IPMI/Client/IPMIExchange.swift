/// The way to one controller: over real sockets, or a simulated network.
public protocol IPMIExchange: Sendable {
    /// A clock that does not run backwards.
    var now: Duration { get async }

    /// Asks one thing and waits for the answer, or for the failure, which comes within the limit.
    ///
    /// - Returns: the answer without its completion code.
    func exchange(
        _ request: IPMIRequest, within limit: Duration
    ) async throws(IPMIError) -> [UInt8]

    /// Waits.
    func pause(_ duration: Duration) async throws(IPMIError)
}

extension IPMIExchange {
    /// The same with the time that a single request may take.
    public func exchange(_ request: IPMIRequest) async throws(IPMIError) -> [UInt8] {
        try await exchange(request, within: IPMIClientLimits.request)
    }
}
