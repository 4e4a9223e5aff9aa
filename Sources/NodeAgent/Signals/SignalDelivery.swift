package import World

/// heat-config-notify's patience: a signal is sent until it arrives or is refused, or all tries are
/// used up.
package struct SignalDelivery: Sendable {
    private let transport: any SignalTransport
    private let clock: any WorldClock

    package init(_ transport: any SignalTransport, clock: any WorldClock) {
        self.transport = transport
        self.clock = clock
    }

    /// - Throws: the last failure.
    package func deliver(_ signal: NodeSignal) async throws(SignalError) {
        for pause in SignalLimits.pauses {
            do { return try await transport.send(signal) } catch  where error.isTransient {
                do { try await clock.sleep(for: pause) } catch {
                    throw SignalError("stopped while it waited", isTransient: false)
                }
            }
        }
        try await transport.send(signal)
    }

    /// Sends without patience.
    func deliverOnce(_ signal: NodeSignal) async throws(SignalError) {
        try await transport.send(signal)
    }
}
