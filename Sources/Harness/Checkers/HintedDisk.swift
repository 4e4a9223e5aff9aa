import BareMetal
public import Hardware
import World

/// An image goes only to the disk the node's hint names, or without a hint to the smallest that
/// can hold one.
///
/// Judged by an evaluation of its own against the disks the machine really has.
public struct HintedDisk: Checker {
    public static let name: CheckerName = "hinted-disk"

    private let disks: (MachineName) -> [DiskFacts]
    private let arrays: (MachineName) -> [SoftwareRAIDDevice]
    private var store = AuthoritativeStore()
    /// What every known node says of its disks; looked up only.
    private var wishes: [String: DiskWishes] = [:]

    /// - Parameters:
    ///   - disks: the disks a machine really has.
    ///   - arrays: its software RAID.
    public init(
        disks: @escaping (MachineName) -> [DiskFacts],
        arrays: @escaping (MachineName) -> [SoftwareRAIDDevice] = { _ in [] }
    ) {
        self.disks = disks
        self.arrays = arrays
    }

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .commit(let commit):
            guard store.includes(commit) else { return nil }
            for node in commit.written(Node.self) {
                wishes[node.id] = DiskWishes(node)
            }
            return nil
        case .entry(let entry):
            guard let event = entry.event as? MachineEvent,
                case .writeStarted(let machine, let disk, let serial, let image) = event
            else { return nil }
            return judge(machine, disk, serial, image, at: entry.at)
        }
    }

    private func judge(
        _ machine: MachineName, _ name: String, _ serial: String, _ image: ImageDigest,
        at time: Instant
    ) -> Violation? {
        guard let wishes = wishes[machine.text] else {
            return violation(
                at: time, machine.text, "\(image) was written to it, but no node is it")
        }
        let all = disks(machine)
        let written =
            all.first { $0.serial == serial && !serial.isEmpty } ?? all.first { $0.name == name }
        guard let written else {
            return violation(
                at: time, machine.text, "\(image) was written to \(name), which it lacks")
        }
        let choice = wishes.choice(with: arrays(machine))
        guard let problem = choice.objection(to: written, among: all) else {
            return nil
        }
        return violation(at: time, machine.text, "\(image) was written to \(name): \(problem)")
    }
}
