/// A place in the control plane's own code that takes a rare path when it is asked to.
///
/// What happens there happens in the field as well, and too rarely for anybody to be sure that the
/// code behind it works. Names never change: what was found is kept under them.
public enum FaultSite: String, Sendable, Hashable, Codable, CaseIterable {
    /// A conductor's commit never reaches the store.
    case conductorCommitUnsent = "conductor.commit-unsent"
    /// A conductor's commit is carried out, and its answer is lost.
    case conductorCommitUnheard = "conductor.commit-unheard"
    /// What a conductor wants to read does not come.
    case conductorReadUnheard = "conductor.read-unheard"
    /// A conductor tells too late that it is alive.
    case tenureRenewalLate = "tenure.renewal-late"
    /// A conductor applies for its seat, and does not hear that it was taken down.
    case seatUnheard = "seat.application-unheard"
    /// A leader renews its lease too late.
    case leaseRenewalLate = "lease.renewal-late"
    /// A replica is elected, and does not hear of it.
    case electionUnheard = "election.unheard"
    /// The leader's look at the cloud ends before it has seen all.
    case flowLookLost = "flow.look-lost"
    /// A part of the flow begins, and the leader does not hear that it was written.
    case flowPhaseUnheard = "flow.phase-unheard"
    /// Servers are made, and the leader does not hear of it.
    case serversUnheard = "flow.servers-unheard"
    /// The ring of conductors changes, and the leader does not hear of it.
    case ringUnheard = "ring.commit-unheard"
    /// The seed hands everything over, and does not hear that it has.
    case handoverUnheard = "handover.finish-unheard"
}
