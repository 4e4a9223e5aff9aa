import Hardware
import Plans

/// How many servers of each role stand in each rack.
struct RackLoad {
    private struct Place: Hashable {
        let role: RoleName
        let rack: RackName
    }

    private var counts: [Place: Int] = [:]

    init(of hosts: [Host]) {
        for host in hosts {
            if let role = host.occupant { add(role, on: host) }
        }
    }

    mutating func add(_ role: RoleName, on host: Host) {
        guard let rack = host.rack else { return }
        counts[Place(role: role, rack: rack), default: 0] += 1
    }

    /// Servers of `role` in the machine's rack; none where the rack is not known.
    func count(of role: RoleName, near host: Host) -> Int {
        guard let rack = host.rack else { return 0 }
        return counts[Place(role: role, rack: rack)] ?? 0
    }
}
