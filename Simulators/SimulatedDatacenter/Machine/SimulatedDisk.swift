import Hardware

/// One disk of a machine. What is on it survives everything that happens to power.
struct SimulatedDisk: Sendable {
    let facts: DiskFacts
    /// What its writes share: a disk is a link as slow as its write rate.
    let link: LinkNumber
    /// Nil where nothing was ever written, or all of it erased.
    var contents: DiskContents?
    var isBusy = false
}
