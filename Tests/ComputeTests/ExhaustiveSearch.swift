import Compute
import Hardware
import Plans

/// The answer by trying everything, written apart from the scheduler: slow, and plain to see.
enum ExhaustiveSearch {
    /// Nova's and Ironic's rules, spelled out.
    static func mayCarry(_ host: Host, _ flavor: Flavor, mode: PlacementMode) -> Bool {
        let found = host.properties
        if host.availability != .available { return false }
        if let wanted = flavor.profile?.text {
            let mark = found.capabilities[wanted + "_profile"]
            let isTagged = found.capabilities["profile"] == wanted
            let isMarked = mark == "1" || mark == "true"
            let isUntagged = found.capabilities["profile"] == nil
            if !isTagged && !(isUntagged && isMarked) { return false }
        }
        return mode == .poc
            || (found.memory >= flavor.memory && found.processors >= flavor.processors
                && found.localDisk >= flavor.disk)
    }

    /// The most requests that can have a machine each.
    static func largest(
        _ requests: ArraySlice<PlacementRequest>,
        on hosts: [Host],
        mode: PlacementMode
    ) -> Int {
        guard let request = requests.first else { return 0 }
        let rest = requests.dropFirst()
        var best = largest(rest, on: hosts, mode: mode)
        for (index, host) in hosts.enumerated() where mayCarry(host, request.flavor, mode: mode) {
            if best == requests.count { break }
            var others = hosts
            others.remove(at: index)
            best = max(best, 1 + largest(rest, on: others, mode: mode))
        }
        return best
    }

    /// The servers that get a machine when earlier ones go first and none is left out needlessly.
    static func placed(
        _ requests: [PlacementRequest],
        on hosts: [Host],
        mode: PlacementMode
    ) -> [ServerName] {
        var before = 0
        return requests.indices.compactMap { index in
            let count = largest(requests[...index], on: hosts, mode: mode)
            defer { before = count }
            return count > before ? requests[index].server : nil
        }
    }
}
