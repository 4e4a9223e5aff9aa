/// Why a node or a server is as it is, what it waits for, and what comes next.
///
/// Its JSON form is stable: keys may come, and none goes or changes its meaning.
public struct Explanation: Sendable, Hashable, Codable {
    public enum Subject: String, Sendable, Hashable, Codable {
        case node, server
    }

    /// Something that has to happen first.
    public struct Wait: Sendable, Hashable, Codable {
        /// For what, after "waits for".
        public let what: String
        public let since: Moment
        /// When it is given up at the earliest; nil where it may last for ever.
        public let until: Moment?

        private enum CodingKeys: String, CodingKey {
            case what
            case since = "sinceSeconds"
            case until = "untilSeconds"
        }
    }

    /// Who works on a node.
    public struct Holder: Sendable, Hashable, Codable {
        /// Host, work and number.
        public let name: String
        public let term: Int
        public let since: Moment

        private enum CodingKeys: String, CodingKey {
            case name, term
            case since = "sinceSeconds"
        }
    }

    /// A state that was entered.
    public struct Entry: Sendable, Hashable, Codable {
        public let at: Moment
        public let state: String
        /// The machine, in a server's history.
        public let machine: String?
        /// Why it was entered, where something went wrong.
        public let reason: String?

        private enum CodingKeys: String, CodingKey {
            case state, machine, reason
            case at = "atSeconds"
        }
    }

    /// One of several that came into question, and why it is not the one.
    public struct Candidate: Sendable, Hashable, Codable {
        public let name: String
        /// Nil where nothing speaks against it.
        public let reason: String?
    }

    public let subject: Subject
    public let name: String
    public let at: Moment
    /// Nil for a server that has no record yet.
    public let state: String?
    public let since: Moment?
    public let cause: Cause
    /// The answer, one sentence.
    public let answer: String
    public let holder: Holder?
    public let wait: Wait?
    /// What happens next, one sentence.
    public let next: String
    /// The machine a server has, or the server a machine has.
    public let partner: String?
    /// For a server without a machine every machine; for a free machine every flavor.
    public let candidates: [Candidate]
    /// The machines that failed a server since it last ran, and why.
    public let tried: [Candidate]
    public let history: [Entry]

    private enum CodingKeys: String, CodingKey {
        case subject, name, state, cause, answer, holder, wait, next, partner, candidates, tried
        case history
        case at = "atSeconds"
        case since = "sinceSeconds"
    }
}
