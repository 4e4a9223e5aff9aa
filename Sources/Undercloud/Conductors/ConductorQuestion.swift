import BareMetal
import Hardware
import World

/// What the leader passes on to the conductor of a node.
///
/// A lost reply says nothing about whether it was answered, so all of them may be asked twice.
protocol ConductorQuestion: NetworkRequest {
    func answer(by conductor: Conductor) async throws(ConductorError) -> Reply
}
