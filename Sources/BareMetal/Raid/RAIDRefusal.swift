import Hardware

/// Why a RAID configuration cannot be taken.
public enum RAIDRefusal: Error, Sendable, Hashable {
    /// It breaks the schema: where, and what was expected there.
    case schema(String, expected: String)
    case noDisks
    /// More than one volume is the root volume.
    case rootVolumes(Int)
    /// The node has no target configuration.
    case noTarget
    /// No volume is left of those that were to be built.
    case nothingLeft
    /// An argument that says yes or no says neither.
    case argument(String)
    /// A rule of software RAID is broken.
    case software([SoftwareRule])
    /// The machine's disks cannot carry a volume.
    case disks(volume: Int, reason: String)
    /// The machine's controller builds no volumes.
    case noController

    /// What software RAID asks of a configuration (ironic-python-agent).
    public enum SoftwareRule: String, Sendable, Hashable, CaseIterable {
        case oneOrTwo = "it takes one or two logical disks"
        case allSoftware = "all logical disks have the controller 'software'"
        case firstIsMirror = "the first logical disk is RAID-1"
        case oneMaximum = "only one logical disk has the size MAX"
        case level = "the second logical disk has a level that it knows: 0, 1, 1+0, 5 or 6"
        case uniqueNames = "no two volumes have the same name"
        case named = "all volumes have names, since some are to be kept by name"
        case hints = "physical disks are given by hints, two at least"
        case enoughDisks = "there are disks enough for the level"
    }

    public var isTransient: Bool { false }
}

extension RAIDRefusal: CustomStringConvertible {
    public var description: String {
        switch self {
        case .schema(let path, let expected): "RAID configuration: \(path): expected \(expected)"
        case .noDisks: "RAID configuration: it has no logical disks"
        case .rootVolumes(let count):
            "RAID configuration: \(count) root volumes, expected one at most"
        case .noTarget: "the node has no target RAID configuration"
        case .nothingLeft: "the target RAID configuration has none of the volumes asked for"
        case .argument(let name): "'\(name)' is neither true nor false"
        case .software(let rules):
            "software RAID: " + rules.map(\.rawValue).joined(separator: "; ")
        case .disks(let volume, let reason): "logical disk \(volume): \(reason)"
        case .noController: "the machine's controller builds no RAID volumes"
        }
    }
}
