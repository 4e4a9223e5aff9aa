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
    private var store = AuthoritativeStore()
    /// The hints of every known node, as Ironic spells them; looked up only.
    private var hints: [String: [String: String]] = [:]

    /// - Parameter disks: the disks a machine really has.
    public init(disks: @escaping (MachineName) -> [DiskFacts]) { self.disks = disks }

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .commit(let commit):
            guard store.includes(commit) else { return nil }
            for node in commit.written(Node.self) {
                hints[node.id] = node.rootDevice?.expressions ?? [:]
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
        guard let hints = hints[machine.text] else {
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
        guard let problem = DiskChoice(hints: hints).objection(to: written, among: all) else {
            return nil
        }
        return violation(at: time, machine.text, "\(image) was written to \(name): \(problem)")
    }
}
