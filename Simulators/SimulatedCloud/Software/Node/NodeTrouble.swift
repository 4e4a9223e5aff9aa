import NodeAgent

/// What comes of commands on a machine that is not well.
struct NodeTrouble: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// It ends so, having done nothing.
        case fails(status: Int)
        /// It is killed half-way, for want of memory say.
        case killed
        /// It never ends.
        case hangs
        /// The agents are killed while it runs.
        case agentsKilled
    }

    let kind: Kind
    /// The end of the paths of the commands that it befalls; all where it is empty.
    var command = ""

    func befalls(_ command: NodeCommand) -> Bool { command.path.hasSuffix(self.command) }
}
