extension Explanation {
    /// The answer in a word that programs can rely on.
    public enum Cause: String, Sendable, Hashable, Codable, CaseIterable {
        /// It is as it is meant to be: the server runs.
        case deployed
        /// Its installed system has not been heard yet.
        case starting
        /// A conductor works on it.
        case working
        /// Its state says that somebody works on it, and nobody does.
        case orphaned
        /// The ramdisk was started and has not reported.
        case ramdisk = "waits-for-ramdisk"
        /// The ramdisk carries out a step.
        case step = "waits-for-step"
        /// Work stopped for an operator to look.
        case held
        case maintenance
        /// Somebody has its lock for a moment.
        case locked
        /// It failed, and is tried again later.
        case retryDelay = "retry-delay"
        /// As much is under way as may be at a time.
        case concurrencyLimit = "concurrency-limit"
        /// The flow asks for what is next when it looks again.
        case nextLook = "next-look"
        /// It failed too often, or only a person can go on.
        case operatorNeeded = "operator-needed"
        /// An operator has taken it in hand.
        case inHand = "in-hand"
        /// Nobody leads the undercloud at the moment.
        case noLeader = "no-leader"
        /// It is claimed for a server that has not asked for its deployment yet.
        case claimed
        /// Benchmarks speak against its machine.
        case unfit
        case noFlavorFits = "no-flavor-fits"
        case noServerNeedsIt = "no-server-needs-it"
        /// The flow has not come to it.
        case notYet = "not-yet"
        /// The server's machine is under way.
        case machineUnderWay = "machine-under-way"
        /// No machine is fit and free.
        case noValidHost = "no-valid-host"
        /// The old machine has to be off before there is another.
        case oldMachine = "old-machine-not-off"
        /// Nobody wants the server any more.
        case deleted
        /// The overcloud was refused, because it could not be whole.
        case refused
    }
}
