import World

/// Who asks a conductor: a leader, under the leadership that it has.
///
/// What is asked counts while its leader leads: what is taken on rests on the leadership it was
/// asked under, so that a question that was long on its way begins nothing after another has taken
/// over.
struct Asker: Codable, Sendable {
    private let leadership: Leadership
    private let revision: Revision

    init(_ leadership: Stored<Leadership>) {
        self.leadership = leadership.document
        revision = leadership.revision
    }

    /// Has a transaction fail once the leadership is over.
    func support(_ transaction: inout Transaction) {
        transaction.require(unchanged: Stored(document: leadership, revision: revision))
    }
}
