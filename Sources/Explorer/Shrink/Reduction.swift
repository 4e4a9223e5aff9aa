/// One way to make a failing run smaller.
struct Reduction: Sendable, Hashable {
    /// What it does, for people; the same words for the same thing.
    let what: String
    let probe: Probe
}
