/// How long the parts of a Galera cluster take.
public enum GaleraTiming {
    /// How often members show signs of life (`evs.keepalive_period`, PT1S).
    public static let keepalive: Duration = .seconds(1)
    /// After how long without one a member is suspected (`evs.suspect_timeout`, PT5S).
    public static let suspicion: Duration = .seconds(5)
    /// After how long an agreement on a view is begun anew (`evs.install_timeout` / 2, PT7.5S).
    public static let agreement: Duration = .milliseconds(7_500)
    /// One write set on a healthy node. An assumption: a group-committed write to a local SSD.
    public static let apply: Duration = .milliseconds(1)
    /// One write set of an incremental transfer; the same writes without waiting for each other.
    public static let incremental: Duration = .microseconds(200)
    /// Setting up a full transfer by rsync, and each row of it. An assumption: seconds for the
    /// script, and a small row's share of a gigabit link.
    public static let snapshot: Duration = .seconds(5)
    public static let snapshotRow: Duration = .microseconds(50)
    /// How much longer than promised a transfer may take before another donor is asked.
    public static let donorPatience: Duration = .seconds(30)
}
