import BareMetal
import Hardware
import World

/// Finds a node's conductor and asks it: in this process, or over the network.
actor NodeRouter {
    /// Longest that a conductor is waited for. An agent that waits for the leader waits longer.
    private static let limit: Duration = .seconds(10)
    /// How long a conductor that did not answer is not asked again, so that one of them does not
    /// hold up what is asked of the others.
    private static let rest: Duration = .seconds(15)

    private let world: World
    private let seat: ConductorSeat
    private var unanswered: [HostAddress: Instant] = [:]

    init(world: World, seat: ConductorSeat) {
        self.world = world
        self.seat = seat
    }

    /// - Throws: ``ConductorError/notManaged(_:by:)`` where no conductor is there for the node,
    ///   ``ConductorError/network(_:doing:)`` where it is elsewhere and did not take it on.
    func ask<Question: ConductorQuestion>(
        _ question: Question, about node: Node
    ) async throws(ConductorError) -> Question.Reply {
        let reading: RingReading?
        do { reading = try await seat.ring.current() } catch { throw .store(error) }
        guard let manager = reading?.rings.manager(of: node) else {
            throw .notManaged(node.name, by: nil)
        }
        if manager.host == world.host { return try await askHere(question, about: node) }
        return try await ask(question, of: manager.host)
    }

    private func askHere<Question: ConductorQuestion>(
        _ question: Question, about node: Node
    ) async throws(ConductorError) -> Question.Reply {
        guard let conductor = await seat.conductor else { throw .notManaged(node.name, by: nil) }
        return try await question.answer(by: conductor)
    }

    private func ask<Question: ConductorQuestion>(
        _ question: Question, of host: HostAddress
    ) async throws(ConductorError) -> Question.Reply {
        let doing = "asking the conductor on \(host)"
        if let since = unanswered[host], world.clock.now - since < Self.rest {
            throw .network(.timedOut(after: Self.limit), doing: doing)
        }
        do throws(NetworkError) {
            let reply = try await world.network.call(question, to: host, within: Self.limit)
            unanswered[host] = nil
            return reply
        } catch {
            if case .timedOut = error { unanswered[host] = world.clock.now }
            throw .network(error, doing: doing)
        }
    }
}
