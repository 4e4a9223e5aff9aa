import NodeAgent

/// Takes every signal and says nothing of it.
struct SilentPost: SignalTransport {
    func send(_ signal: NodeSignal) async throws(SignalError) {}
}
