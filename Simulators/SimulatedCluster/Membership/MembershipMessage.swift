/// What a node lets all others hear, again and again: that it is there, and whom it hears.
public struct MembershipMessage: Sendable, Hashable {
    public let sender: NodeName
    /// Whom the sender has heard lately.
    public let heard: [NodeName]
    /// Those of them who said that they hear the sender.
    public let mutual: [NodeName]
    /// Which of the sender's lives it is of; a restarted node begins anew.
    public let incarnation: Int
}
