/// How a volume is laid over its disks. The raw values are Ironic's, as its RAID schema spells
/// them.
public enum RAIDLevel: String, Sendable, Hashable, Codable, CaseIterable {
    /// Each disk on its own, without redundancy.
    case jbod = "JBOD"
    case stripe = "0"
    case mirror = "1"
    case hamming = "2"
    case parity = "5"
    case doubleParity = "6"
    case stripedMirrors = "1+0"
    case stripedParity = "5+0"
    case stripedDoubleParity = "6+0"

    /// Fewest disks that can carry it.
    public var fewestDisks: Int {
        switch self {
        case .jbod, .stripe: 1
        case .mirror: 2
        case .hamming, .parity: 3
        case .doubleParity, .stripedMirrors: 4
        case .stripedParity: 6
        case .stripedDoubleParity: 8
        }
    }

    /// What `count` disks of this size hold under the level, without metadata.
    ///
    /// Spans of `5+0` and `6+0` are two, as controllers build them unless told otherwise.
    public func capacity(of count: Int, each size: ByteCount) -> ByteCount {
        precondition(count >= fewestDisks, "A volume has the disks that its level needs.")
        let carrying =
            switch self {
            case .jbod, .stripe: count
            case .mirror: 1
            case .hamming, .parity: count - 1
            case .doubleParity, .stripedParity: count - 2
            case .stripedMirrors: count / 2
            case .stripedDoubleParity: count - 4
            }
        return ByteCount(bytes: size.bytes * Int64(carrying))
    }
}
