import NodeAgent

/// What a program does on a simulated machine, and how long it takes there.
struct NodeProgram: Sendable {
    typealias Act =
        @Sendable (NodeCommand, SimulatedNodeSystem) async throws(NodeSystemError) ->
        CommandResult

    let duration: Duration
    let act: Act

    init(_ duration: Duration, _ act: @escaping Act) {
        self.duration = duration
        self.act = act
    }

    /// Says nothing and ends so.
    init(_ duration: Duration, status: Int = 0) {
        self.init(duration) { _, _ in CommandResult(status: status) }
    }

    /// A script of whatever language, which nobody understands: it is known to have run.
    static let script = NodeProgram(.seconds(1))
}
