/// What the reference does that nobody wants, each of which can be had back to compare with it.
public enum CardiffDefect: String, Sendable, Hashable, CaseIterable {
    /// A guard that was turned around in 2019 (commit 54a78530) lets no disk's figures be seen.
    case disksNeverAnalysed
    /// Machines are keyed by the text of an unordered set: the same facts in another order make
    /// another group. Python's order hangs on its hashes; here it is the order of the facts.
    case keysFollowFactOrder
    /// The list of groups changes while it is walked, so that the group behind one that was split
    /// is not held against the same machines.
    case splitsSkipped
    /// Megaraid's disks are looked for by the names of HP's.
    case megaraidDisksLikeHPA
    /// The network's figures count as hardware, which takes measured machines apart.
    case networkFiguresGroup
    /// Where there is nothing to compare, or a figure is missing, infinite or not a number, every
    /// comparison is false and the group is consistent without a word.
    case undefinedIsConsistent
    /// A machine can stand in several of the lists of consistent, curious and unstable ones.
    case machineListedTwice
}
