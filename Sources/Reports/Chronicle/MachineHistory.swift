import World

/// What became of one machine and its record.
public struct MachineHistory: Sendable {
    /// What a machine's main board does, whatever anybody believes.
    public enum Doing: Int, Sendable, CaseIterable {
        case off
        /// It is on, and starts, or found nothing to start.
        case on
        case ramdisk
        /// It runs what is on its disk.
        case system
        /// What ran on it stopped by itself.
        case crashed

        var text: String {
            switch self {
            case .off: "off"
            case .on: "on, nothing runs yet"
            case .ramdisk: "runs a ramdisk"
            case .system: "runs its disk's system"
            case .crashed: "crashed"
            }
        }
    }

    /// Its node's provision state, by its place in `ProvisionState.allCases`.
    public internal(set) var states = Track()
    /// The step its node was on, by the number of its label.
    public internal(set) var steps = Track()
    /// The server it is for, by the number of its label.
    public internal(set) var servers = Track()
    /// ``Doing``, as the machine itself tells it.
    public internal(set) var doing = Track()
    /// 1 while its node is set aside.
    public internal(set) var maintenance = Track()
    /// What was wrong with it; several things may be at the same time.
    public internal(set) var faults: [Stretch] = []
    /// The role of the server it was for last, by the number of its label.
    public internal(set) var role = 0

    public init() {}

    mutating func faultBegan(_ label: Int, at tick: Tick) {
        guard faults.count < ChronicleLimits.changesPerTrack else { return }
        faults.append(Stretch(label: label, tone: .bad, began: tick))
    }

    mutating func faultEnded(_ label: Int, at tick: Tick) {
        guard let index = faults.lastIndex(where: { $0.label == label && $0.ended == nil })
        else { return }
        faults[index].ended = tick
    }

    /// When the earliest of the faults that are in force now began.
    var faultySince: Tick? { faults.filter { $0.ended == nil }.map(\.began).min() }
}
