/// Who has which profile, while profiles are given.
struct ProfileAssignment {
    /// How many each profile is for; nil without end.
    let capacities: [Int?]
    /// By machine.
    private(set) var profiles: [Int?]
    private(set) var isPinned: [Bool]
    /// How many have each profile, those away included.
    private(set) var loads: [Int]

    init(capacities: [Int?], machineCount: Int) {
        self.capacities = capacities
        profiles = Array(repeating: nil, count: machineCount)
        isPinned = Array(repeating: false, count: machineCount)
        loads = Array(repeating: 0, count: capacities.count)
    }

    func hasRoom(_ profile: Int) -> Bool { capacities[profile].map { loads[profile] < $0 } ?? true }

    mutating func reserve(_ profile: Int) { loads[profile] += 1 }

    mutating func pin(_ machine: Int, to profile: Int) {
        give(profile, to: machine)
        isPinned[machine] = true
    }

    mutating func give(_ profile: Int, to machine: Int) {
        if let old = profiles[machine] { loads[old] -= 1 }
        profiles[machine] = profile
        loads[profile] += 1
    }

    /// Serves as many machines as can be, then fills profiles that are for a number of machines
    /// with machines of those that are for any, along chains of machines that change.
    mutating func improve(_ fitting: inout ProfileFitting) {
        var isFull = Array(repeating: false, count: capacities.count)
        for machine in profiles.indices where profiles[machine] == nil {
            seat(machine, &fitting, &isFull)
        }
        for profile in capacities.indices where capacities[profile] != nil {
            while hasRoom(profile), fill(profile, &fitting) {}
        }
    }

    /// Gives a machine a profile from which others can move on.
    ///
    /// - Parameter isFull: profiles from which nobody can move on, noted once found.
    private mutating func seat(
        _ machine: Int, _ fitting: inout ProfileFitting, _ isFull: inout [Bool]
    ) {
        var movers = [(machine: Int, from: Int?)?](repeating: nil, count: capacities.count)
        var queue = capacities.indices.filter { !isFull[$0] && fitting.fits(machine, $0) }
        for profile in queue { movers[profile] = (machine, nil) }
        var next = 0
        while next < queue.count {
            let profile = queue[next]
            next += 1
            if hasRoom(profile) {
                move(along: movers, to: profile)
                return
            }
            for member in profiles.indices
            where profiles[member] == profile && !isPinned[member] {
                for other in capacities.indices
                where movers[other] == nil && !isFull[other] && fitting.fits(member, other) {
                    movers[other] = (member, profile)
                    queue.append(other)
                }
            }
        }
        for profile in queue { isFull[profile] = true }
    }

    private mutating func move(along movers: [(machine: Int, from: Int?)?], to profile: Int) {
        var target: Int? = profile
        while let profile = target, let mover = movers[profile] {
            give(profile, to: mover.machine)
            target = mover.from
        }
    }

    /// Moves one more machine into a profile, out of one that is for any number.
    private mutating func fill(_ profile: Int, _ fitting: inout ProfileFitting) -> Bool {
        // For each profile, who leaves it and where to.
        var leavers = [(machine: Int, to: Int)?](repeating: nil, count: capacities.count)
        var queue = [profile]
        var next = 0
        while next < queue.count {
            let wanted = queue[next]
            next += 1
            for machine in profiles.indices where !isPinned[machine] {
                guard let current = profiles[machine], current != profile, leavers[current] == nil,
                    fitting.fits(machine, wanted)
                else { continue }
                leavers[current] = (machine, wanted)
                guard capacities[current] == nil else {
                    queue.append(current)
                    continue
                }
                var source: Int? = current
                while let from = source, let leaver = leavers[from] {
                    give(leaver.to, to: leaver.machine)
                    source = leaver.to
                }
                return true
            }
        }
        return false
    }
}
