public import IPMI

/// The way to one controller through ``LiveIPMI``.
public struct LiveIPMIHost: IPMIExchange {
    private let switchboard: LiveIPMI
    private let number: HostNumber

    init(_ switchboard: LiveIPMI, _ number: HostNumber) {
        self.switchboard = switchboard
        self.number = number
    }

    public var now: Duration { switchboard.clock.now }

    public func exchange(
        _ request: IPMIRequest, within limit: Duration
    ) async throws(IPMIError) -> [UInt8] {
        try await switchboard.ask(request, number, within: limit)
    }

    func watchConsole(_ answer: [UInt8]) async throws(IPMIError) -> AsyncStream<[UInt8]> {
        try await switchboard.watchConsole(number, answer)
    }

    func type(_ characters: [UInt8]) async { await switchboard.type(characters, number) }

    func leaveConsole() async { await switchboard.leaveConsole(number) }

    public func pause(_ duration: Duration) async throws(IPMIError) {
        do { try await Task.sleep(for: duration) } catch { throw .cancelled }
    }
}
