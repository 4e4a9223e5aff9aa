/// What takes a machine's signals where they belong. It tries once.
package protocol SignalTransport: Sendable {
    func send(_ signal: NodeSignal) async throws(SignalError)
}
