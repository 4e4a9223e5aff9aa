import BareMetal
import Hardware

/// What a node says of its disks, as far as it decides where an image goes and what is erased: the
/// checkers' own reading of it.
struct DiskWishes {
    private let hints: [String: String]
    private let skipped: [[String: String]]
    private let keptVolumes: [String]
    /// What `is_root_volume` says of volumes, by name.
    private let roots: [(name: String, isRoot: Bool)]

    /// Nothing at all, which is what most nodes say.
    private static let none = DiskWishes(hints: [:])

    private init(hints: [String: String]) {
        self.hints = hints
        (skipped, keptVolumes, roots) = ([], [], [])
    }

    init(_ node: Node) {
        guard node.rootDevice != nil || node.skippedDevices != nil || node.raid?.software != nil
        else {
            self = .none
            return
        }
        hints = node.rootDevice?.expressions ?? [:]
        skipped = node.skippedDevices?.disks.map(\.expressions) ?? []
        keptVolumes = node.skippedDevices?.volumes.map(\.text) ?? []
        // The volume that takes what is left is built last, and one without a name is called by
        // its place.
        let built = node.raid?.software?.disks ?? []
        let sized = built.filter { $0.size != .rest } + built.filter { $0.size == .rest }
        roots = sized.enumerated().compactMap { index, disk in
            disk.rootUse.map { (disk.name?.text ?? "md\(index)", $0 == .root) }
        }
    }

    /// Which disk counts for a node's size: its RAID is not looked at there.
    var inspected: DiskChoice { DiskChoice(hints: hints, skipped: skipped) }

    /// Where images may go on a machine with this software RAID.
    func choice(with arrays: [SoftwareRAIDDevice]) -> DiskChoice {
        var choice = DiskChoice(hints: hints, skipped: skipped)
        for (name, isRoot) in roots {
            let array = arrays.first { $0.volume.text == name }
            if isRoot {
                choice.root = array?.name ?? "gone"
            } else if let array {
                choice.barred += [array.name] + array.holders
            }
        }
        choice.barred += kept(of: arrays).map(\.name)
        return choice
    }

    /// Whether a disk may hold what it held.
    func mayStay(_ disk: DiskFacts, with arrays: [SoftwareRAIDDevice]) -> Bool {
        let kept = kept(of: arrays)
        let isBeside = arrays.contains { array in
            array.name == disk.name
                && kept.contains { !Set($0.holders).isDisjoint(with: array.holders) }
        }
        return isBeside || isSkipped(disk)
    }

    /// Whether the operator said to leave this disk alone.
    func isSkipped(_ disk: DiskFacts) -> Bool {
        DiskChoice(hints: [:], skipped: skipped).isLeftAlone(disk)
    }

    private func kept(of arrays: [SoftwareRAIDDevice]) -> [SoftwareRAIDDevice] {
        arrays.filter { keptVolumes.contains($0.volume.text) }
    }
}
