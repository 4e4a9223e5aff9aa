/// The node whose work ended a phase, and where its time went.
public struct CriticalNode: Sendable, Hashable, Codable {
    public let node: String
    /// Its longest stays in a state within the phase, longest first.
    public let stays: [Stay]

    /// How long it was in a state, and on which step where it was told.
    public struct Stay: Sendable, Hashable, Codable {
        public let what: String
        public let time: TimeSpan

        private enum CodingKeys: String, CodingKey {
            case what
            case time = "lastedSeconds"
        }
    }
}
