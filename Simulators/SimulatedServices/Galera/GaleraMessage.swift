/// What Galera nodes say to each other.
public enum GaleraMessage: Sendable {
    /// What a member knows when a view is agreed on.
    public struct Report: Sendable {
        let member: GaleraView.Member
        let cluster: String
        let state: String?
        /// The last write set that it delivered.
        let delivered: Int
        /// The last primary view all members of which were known to have it, and a later one of
        /// which that was not known.
        let committed: GaleraView?
        let installing: GaleraView?
        let left: [GaleraView.Member]
        /// Write sets received and not delivered, in order.
        let queue: [Ordered]
        let forcesPrimary: Bool
    }

    public struct Ordered: Sendable {
        let sequence: Int
        let writeSet: WriteSet
    }

    /// What a coordinator made of all reports.
    public struct Decision: Sendable {
        let view: GaleraView
        let isPrimary: Bool
        let state: String?
        /// The last write set that every member has, once `flush` is delivered.
        let base: Int
        let flush: [Ordered]
        /// Members that have all of it.
        let donors: [ServiceNode]
        let left: [GaleraView.Member]
    }

    case alive(GaleraView.Member, cluster: String, view: GaleraView.ID?, received: Int)
    case leave(GaleraView.Member)
    case propose(GaleraView.ID)
    case report(Report, to: GaleraView.ID)
    case install(Decision)
    case installed(GaleraView.ID)
    case activate(GaleraView.ID)
    case submit(WriteSet, in: GaleraView.ID)
    case order(Ordered, in: GaleraView.ID)
    case received(Int, in: GaleraView.ID)
    case stable(Int, in: GaleraView.ID)
    case pause(Bool, in: GaleraView.ID)
    case askState(from: Int, state: String?, base: Int)
    case increment([Ordered], state: String)
    case snapshot([String: GaleraDisk.Row], at: Int, state: String)
    /// The donor will be done by then. For a full transfer, the joiner's data goes first.
    case donates(isFull: Bool, length: Duration)
}
