/// A script of a phase that is part of the agents. A file of its name in the phase's folder goes
/// before it.
package protocol RefreshScript: Sendable {
    var phase: RefreshPhase { get }
    /// As it would be called in the phase's folder, and so when it comes.
    var name: String { get }

    func run(on system: some NodeSystem) async throws(NodeSystemError) -> ScriptEnd
}
