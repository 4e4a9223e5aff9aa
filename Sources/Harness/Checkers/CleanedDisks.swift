import BareMetal
public import Hardware
import World

/// A machine goes into the pool only with clean disks: each was erased, and nothing was written to
/// it since. A disk that its operator said to skip is not erased.
///
/// Disks are told by their serial numbers, because their names change from boot to boot. What a
/// node says of its cleaning is not asked, only what it says is to be left alone; machines tell
/// themselves what is done to their disks (Ironic's automated cleaning, which keeps a tenant's data
/// from the next).
public struct CleanedDisks: Checker {
    public static let name: CheckerName = "cleaned-disks"

    private struct Disk: Hashable {
        let machine: String
        /// The serial number, or the name of a disk that has none.
        let identity: String

        init(_ machine: String, serial: String, name: String) {
            self.machine = machine
            identity = serial.isEmpty ? name : serial
        }
    }

    private let disks: (MachineName) -> [DiskFacts]
    private let arrays: (MachineName) -> [SoftwareRAIDDevice]
    private var store = AuthoritativeStore()
    /// Erased, and not written to since. Looked up only, as the other.
    private var clean: Set<Disk> = []
    private var states: [String: ProvisionState] = [:]
    /// What is to be left alone, of those machines where something is.
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
            return judge(commit)
        case .entry(let entry):
            guard let event = entry.event as? MachineEvent else { return nil }
            note(event)
            return spared(by: event, at: entry.at)
        }
    }

    private mutating func note(_ event: MachineEvent) {
        switch event {
        case .erased(let machine, let disk, let serial):
            clean.insert(Disk(machine.text, serial: serial, name: disk))
        case .writeStarted(let machine, let disk, let serial, _):
            clean.remove(Disk(machine.text, serial: serial, name: disk))
            guard disk.hasPrefix("/dev/md") else { return }
            // What is written to an array is on the disks behind it.
            for holder in disks(machine) where holder.medium == .raidMember {
                clean.remove(Disk(machine.text, serial: holder.serial, name: holder.name))
            }
        case .power, .powerCommand, .bootCommand, .bootedRamdisk, .bootedDisk, .bootFailed,
            .writeEnded, .partitionLost, .crashed, .measured, .fault:
            return
        }
    }

    private func spared(by event: MachineEvent, at now: Instant) -> Violation? {
        guard case .erased(let machine, let name, let serial) = event,
            let wishes = wishes[machine.text],
            let disk = disks(machine).first(where: { $0.serial == serial && $0.name == name }),
            wishes.isSkipped(disk)
        else { return nil }
        return violation(at: now, machine.text, "\(name) was erased, and was to be left alone")
    }

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        var found: Violation?
        for node in commit.written(Node.self) {
            let old = states.updateValue(node.provisionState, forKey: node.id)
            wishes[node.name.text] = node.skippedDevices == nil ? nil : DiskWishes(node)
            guard node.provisionState == .available, let old, old != .available,
                let disk = unclean(of: node)
            else { continue }
            found =
                found
                ?? violation(
                    at: commit.at, node.id,
                    "it went into the pool, and \(disk) was not erased since it was last in use")
        }
        return found
    }

    private func unclean(of node: Node) -> String? {
        let machine = MachineName(node.name.text)
        let unclean = disks(machine).filter {
            $0.medium.isInstallable
                && !clean.contains(Disk(node.id, serial: $0.serial, name: $0.name))
        }
        guard !unclean.isEmpty, node.skippedDevices != nil else { return unclean.first?.name }
        let (wishes, arrays) = (DiskWishes(node), arrays(machine))
        return unclean.first { !wishes.mayStay($0, with: arrays) }?.name
    }
}
