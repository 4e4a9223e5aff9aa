/// How many orderings a bug may need so that a PCT schedule still finds it with a stated chance.
///
/// Burckhardt, Kothari, Musuvathi and Nagarakatte, "A Randomized Scheduler with Probabilistic
/// Guarantees of Finding Bugs" (ASPLOS 2010): among n tasks and k jobs, a run with d - 1 changes of
/// priority meets a bug of depth d with a chance of at least 1 / (n · k^(d-1)). A whole cloud has
/// no last job that is known beforehand, so the guarantee is given for each ``stretch`` of jobs.
public struct PCTDepth: Sendable, Hashable {
    public static let bounds = 1...16
    public static let standard = PCTDepth(3)
    /// Jobs over which the changes are spread (k); then priorities are drawn anew.
    public static let stretch: Int64 = 1 << 10

    public let orderings: Int

    /// - Precondition: `orderings` is within ``bounds``.
    public init(_ orderings: Int) {
        precondition(Self.bounds.contains(orderings), "A PCT schedule has a depth of 1 to 16.")
        self.orderings = orderings
    }

    /// Changes of priority in a stretch.
    var changes: Int { orderings - 1 }
}
