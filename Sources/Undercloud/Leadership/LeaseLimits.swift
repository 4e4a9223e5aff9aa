import Hardware

/// The lease by which replicas agree who acts.
public enum LeaseLimits {
    /// Between two renewals.
    public static let renewal: Duration = .seconds(5)
    /// How long the holder may act after it began its last successful renewal, by its own clock.
    public static let validity: Duration = .seconds(20)
    /// Between two renewals where the second is late: the lease is over by then.
    static let lateRenewal: Duration = .seconds(25)
    /// How long another must see no renewal, by its own clock, before it takes over: the holder's
    /// validity, the longest call to a controller that it may have begun in its last moment, and
    /// 5 s for clocks that drift apart by up to a tenth.
    public static let takeover: Duration = .seconds(45)

    /// How much longer a replica waits that is to lead only where nobody else does: long enough for
    /// every other to have looked twice.
    public static let modesty: Duration = .seconds(15)

    /// Between two signs of life of a replica.
    public static let memberBeat: Duration = .seconds(10)
    /// Silence after which a replica counts as lost.
    public static let memberSilence: Duration = .seconds(60)
}
