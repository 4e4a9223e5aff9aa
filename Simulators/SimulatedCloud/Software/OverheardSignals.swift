import NodeAgent

/// A machine's signals where somebody listens: of which config is told, or to which resource.
struct OverheardSignals: SignalTransport {
    let signals: StackSignals
    let tell: @Sendable (String) -> Void

    func send(_ signal: NodeSignal) async throws(SignalError) {
        let place = StackSignals.path(signal.way)?.split(separator: "/").dropFirst(3)
        if let subject = signal.config ?? place?.joined(separator: "/") { tell(subject) }
        try await signals.send(signal)
    }
}
