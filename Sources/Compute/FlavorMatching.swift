/// Which flavor each machine is meant for: a matching of demands with machines that grows by
/// augmenting paths, so that a machine goes to whoever cannot do without it.
///
/// Servers of one flavor are alike to it, so paths run over flavors, of which there are few, and
/// not over servers.
struct FlavorMatching {
    /// Machines each flavor may have, best first.
    private let choices: [[Int]]
    /// Whether a flavor may have a machine; `isAllowed[flavor][host]`.
    private let isAllowed: [[Bool]]
    /// The flavor a machine is meant for.
    private(set) var holder: [Int?]
    /// Machines that were given away for good.
    private var isFixed: [Bool]

    init(choices: [[Int]], hostCount: Int) {
        self.choices = choices
        isAllowed = choices.map { hosts in
            var row = [Bool](repeating: false, count: hostCount)
            for host in hosts { row[host] = true }
            return row
        }
        holder = Array(repeating: nil, count: hostCount)
        isFixed = Array(repeating: false, count: hostCount)
    }

    func isFixed(_ host: Int) -> Bool { isFixed[host] }

    /// The flavors that may have the machine: machines with equal marks are interchangeable.
    func marks(of host: Int) -> [Bool] { isAllowed.map { $0[host] } }

    /// Finds one more machine for `flavor`, moving other flavors between machines where that frees
    /// one. False, with nothing changed, if there is no way.
    mutating func augment(_ flavor: Int) -> Bool {
        var cameFrom: [(flavor: Int, host: Int)?] = Array(repeating: nil, count: choices.count)
        var isSeen = [Bool](repeating: false, count: choices.count)
        isSeen[flavor] = true
        var queue = [flavor]
        var head = 0
        while head < queue.count {
            let current = queue[head]
            head += 1
            for host in choices[current] where !isFixed[host] {
                guard let other = holder[host] else {
                    shift(to: host, of: current, along: cameFrom)
                    return true
                }
                if isSeen[other] { continue }
                isSeen[other] = true
                cameFrom[other] = (current, host)
                queue.append(other)
            }
        }
        return false
    }

    /// Gives `flavor` the machine `host` for good, out of those meant for it, if all other flavors
    /// still get as many machines as they had. False, with nothing changed, if they would not.
    mutating func fix(_ host: Int, for flavor: Int) -> Bool {
        precondition(
            isAllowed[flavor][host] && !isFixed[host],
            "A machine is given to one who may."
        )
        let before = holder[host]
        if before == flavor {
            isFixed[host] = true
            return true
        }
        guard let spare = holder.indices.first(where: { holder[$0] == flavor && !isFixed[$0] })
        else {
            preconditionFailure("A flavor is given a machine only while one is meant for it.")
        }
        holder[spare] = nil
        holder[host] = flavor
        isFixed[host] = true
        guard let before, !augment(before) else { return true }
        holder[spare] = flavor
        holder[host] = before
        isFixed[host] = false
        return false
    }

    /// Hands machines down the path that ends with `host` for `flavor`.
    private mutating func shift(
        to host: Int,
        of flavor: Int,
        along cameFrom: [(flavor: Int, host: Int)?]
    ) {
        var (host, flavor) = (host, flavor)
        while true {
            holder[host] = flavor
            guard let step = cameFrom[flavor] else { return }
            (flavor, host) = (step.flavor, step.host)
        }
    }
}
