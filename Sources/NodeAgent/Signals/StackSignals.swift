import Documents
package import World

/// Takes a machine's signals to whoever leads its undercloud.
///
/// It asks until somebody has taken them, for longer than heat-config's own notifier, which gives
/// up after ten tries and leaves the stack waiting for what nobody will tell.
package struct StackSignals: SignalTransport {
    private static let mark = "/v1/signal/"

    private let world: World
    private let service: HostAddress

    package init(world: World, service: HostAddress) {
        self.world = world
        self.service = service
    }

    package func send(_ signal: NodeSignal) async throws(SignalError) {
        guard let path = Self.path(signal.way) else {
            throw SignalError("nobody reads what is sent there", isTransient: false)
        }
        let message = ResourceSignal(path: path, config: signal.config, details: signal.body.json)
        var last = SignalError("it was not sent", isTransient: false)
        for _ in 0..<AgentLimits.signals {
            do throws(NetworkError) {
                _ = try await world.network.call(message, to: service, within: AgentLimits.call)
                return
            } catch .revoked {
                throw SignalError("stopped while it signalled", isTransient: false)
            } catch {
                last = SignalError(error.description, isTransient: false)
            }
            guard (try? await world.clock.sleep(for: AgentLimits.retryInterval)) != nil else {
                throw SignalError("stopped while it waited", isTransient: false)
            }
        }
        throw last
    }

    /// As ``ResourceSignal/path``.
    ///
    /// - Returns: nil for a way that leads elsewhere.
    package static func path(_ way: NodeSignal.Way) -> String? {
        switch way {
        case .address(let address, _):
            // A signed address goes on with what it is signed with.
            guard let begin = address.ranges(of: mark).first?.lowerBound else { return nil }
            return String(address[begin...].prefix { $0 != "?" })
        case .resource(let stack, let resource, _): return "\(mark)\(stack)/resources/\(resource)"
        case .queue: return nil
        }
    }
}
