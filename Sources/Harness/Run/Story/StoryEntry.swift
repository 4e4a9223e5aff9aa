/// One thing that mattered in the course of a run, or several of the same sort as one.
public struct StoryEntry: Sendable, Hashable, Codable {
    /// What it was. Scripts read these words, so they never change.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case phaseBegan = "phase-began"
        case leaderElected = "leader-elected"
        case leaderDeposed = "leader-deposed"
        /// A control node was not heard from for too long.
        case controlNodeLost = "control-node-lost"
        /// A host keeps a full copy of the store from then on.
        case memberJoined = "member-joined"
        case memberLost = "member-lost"
        /// A copy of the store does not match its checksums.
        case copyDamaged = "copy-damaged"
        case storeRecovered = "store-recovered"
        case handedOver = "handed-over"
        /// The operator did it; a seed that dies is a fault.
        case seedSwitchedOff = "seed-switched-off"
        case serverUp = "server-up"
        /// A server that had been up was taken from its machine.
        case serverTaken = "server-taken"
        /// A server that had been up got another machine.
        case serverMoved = "server-moved"
        case serverDeleted = "server-deleted"
        /// A server that had been taken from a machine is up on another.
        case serverHealed = "server-healed"
        /// A machine failed a server before that was up.
        case serverRetried = "server-retried"
        /// No machine is left to try for it.
        case serverFailed = "server-failed"
        case overcloudRefused = "overcloud-refused"
        case endpointsRegistered = "endpoints-registered"
        /// Something was asked of a stack, or was done.
        case stackBegun = "stack-begun"
        case stackSettled = "stack-settled"
        case faultBegan = "fault-began"
        case faultEnded = "fault-ended"
        /// A PDU's breaker opened because too much was drawn.
        case breakerTripped = "breaker-tripped"
        case nodeSetAside = "node-set-aside"
        case nodeTakenBack = "node-taken-back"
        case machineUnfit = "machine-unfit"
        case machineFit = "machine-fit"
        case hardwareChanged = "hardware-changed"
        case portBoundAnew = "port-bound-anew"
        case raidDegraded = "raid-degraded"
        case raidWhole = "raid-whole"
        /// Work on a node failed.
        case nodeFailed = "node-failed"
        /// Something that must never happen did; nothing comes after it.
        case violation
    }

    public let kind: Kind
    /// When it was, or the first of them was.
    public let began: TimeSpan
    /// When the last of them was.
    public internal(set) var ended: TimeSpan
    public internal(set) var count: Int
    /// Whom it happened to, ``RunLimits/subjectsPerLine`` at most.
    public internal(set) var subjects: [String]
    /// What happened, for people.
    public internal(set) var text: String

    private enum CodingKeys: String, CodingKey {
        case kind, count, subjects, text
        case began = "beganSeconds"
        case ended = "endedSeconds"
    }
}
