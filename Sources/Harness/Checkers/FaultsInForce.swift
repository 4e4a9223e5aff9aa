import Hardware
import World

/// Which machines nothing is wrong with, as faults tell of themselves.
struct FaultsInForce {
    /// How many are in force on each machine, and when the last one ended; looked up only.
    private var counts: [String: Int] = [:]
    private var ends: [String: Instant] = [:]
    /// Of what machines share, and of mix-ups, which befall more than the machine they are told of.
    private var shared = 0
    private var lastShared = Instant.epoch

    /// Takes note of an event, if it is one of a fault.
    mutating func note(_ entry: JournalEntry) {
        if case .fault(_, _, let phase)? = entry.event as? SiteEvent {
            shared += phase == .began ? 1 : -1
            lastShared = entry.at
        } else if case .fault(let machine, let fault, let phase)? = entry.event as? MachineEvent {
            if [.bmcSwapped, .macsSwapped, .cablesSwapped].contains(fault) {
                shared += phase == .began ? 1 : -1
                lastShared = entry.at
            }
            counts[machine.text, default: 0] += phase == .began ? 1 : -1
            ends[machine.text] = entry.at
        } else if case .mains(let machine, _)? = entry.event as? SiteEvent {
            ends[machine.text] = entry.at
        }
    }

    /// Since when nothing has been wrong with a machine; nil where something is.
    func quietSince(_ machine: String) -> Instant? {
        guard shared == 0, counts[machine, default: 0] == 0 else { return nil }
        return max(lastShared, ends[machine] ?? .epoch)
    }
}
