/// How thoroughly machines are cleaned before anybody gets them.
public enum Cleaning: String, Sendable, Hashable, Codable, CaseIterable {
    /// Partition tables and signatures are wiped (TripleO's choice).
    case metadata
    /// Every disk is erased, by itself where it can.
    case whole
    /// Disks that erase themselves in a moment do, and the metadata of all others is wiped.
    case express
}
