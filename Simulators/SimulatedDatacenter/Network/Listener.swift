import Simulation
import World

/// Who answers one kind of question on one host.
struct Listener: Sendable {
    /// Hands a question over and, unless the answerer dies, brings back the answer.
    typealias Answer =
        @Sendable (any NetworkRequest) async -> Result<any Sendable, Rejection>

    let process: SimulatedProcess
    let machine: SimulatedMachine
    let answer: Answer
}
