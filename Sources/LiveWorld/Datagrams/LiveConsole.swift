public import IPMI

/// A machine's serial console over the network.
public struct LiveConsole: Sendable {
    /// What the machine writes; ends when the console does.
    public let output: AsyncStream<[UInt8]>
    let host: LiveIPMIHost

    /// Opens it.
    ///
    /// - Parameter takeover: whether somebody else who has it loses it.
    public static func open(
        _ host: LiveIPMIHost, takeover: Takeover = .no
    ) async throws(IPMIError) -> LiveConsole {
        if takeover == .yes {
            do throws(IPMIError) { _ = try await host.exchange(.deactivateConsole) } catch {
                // Nobody had it.
                guard case .command = error else { throw error }
            }
        }
        let answer: [UInt8]
        do throws(IPMIError) { answer = try await host.exchange(.activateConsole) } catch {
            // 84h: a session that is not encrypted has no encrypted console (table 24-2).
            guard case .command(_, let code) = error, code.value == 0x84 else { throw error }
            answer = try await host.exchange(.activateConsoleInTheClear)
        }
        return LiveConsole(output: try await host.watchConsole(answer), host: host)
    }

    /// Whether somebody else who has the console is to lose it.
    public enum Takeover: Sendable {
        case yes, no
    }

    /// Types.
    public func type(_ characters: [UInt8]) async { await host.type(characters) }

    /// Gives the console back.
    public func close() async {
        _ = try? await host.exchange(.deactivateConsole)
        await host.leaveConsole()
    }
}
