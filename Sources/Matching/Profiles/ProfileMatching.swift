import OrderedCollections

/// Gives profiles to machines.
///
/// A machine that has a profile by the record keeps it, as long as the profile is there and still
/// fits; then come the others.
package struct ProfileMatching {
    let profiles: [MatchProfile]
    let method: MatchMethod

    package init(_ profiles: [MatchProfile], method: MatchMethod = .optimal) {
        self.profiles = profiles
        self.method = method
    }

    package func plan(
        _ machines: [MatchMachine], record: MatchRecord = MatchRecord()
    ) -> MatchPlan {
        var fitting = ProfileFitting(profiles, machines)
        var assignment = ProfileAssignment(
            capacities: profiles.map(capacity), machineCount: machines.count)
        reserve(&assignment, machines, record)
        keep(&assignment, machines, &fitting, record)
        for index in machines.indices where assignment.profiles[index] == nil {
            let free = profiles.indices.first {
                assignment.hasRoom($0) && fitting.fits(index, $0)
            }
            if let free { assignment.give(free, to: index) }
        }
        if method == .optimal { assignment.improve(&fitting) }
        return settle(machines, assignment, &fitting, record)
    }

    /// How many machines can have a profile: no more than its database has entries.
    private func capacity(_ profile: MatchProfile) -> Int? {
        let room = profile.count.room(over: 0)
        guard let entries = profile.database?.entries.count else { return room }
        return min(room ?? entries, entries)
    }

    /// Machines that the record knows and that are not in this run still have what they have.
    private func reserve(
        _ assignment: inout ProfileAssignment, _ machines: [MatchMachine], _ record: MatchRecord
    ) {
        let present = Set(machines.map(\.name))
        for (machine, grant) in record.grants where !present.contains(machine) {
            guard let profile = profiles.firstIndex(where: { $0.name == grant.profile }) else {
                continue
            }
            assignment.reserve(profile)
        }
    }

    /// Gives machines what they have by the record, as long as it is there and fits.
    private func keep(
        _ assignment: inout ProfileAssignment, _ machines: [MatchMachine],
        _ fitting: inout ProfileFitting, _ record: MatchRecord
    ) {
        for (index, machine) in machines.enumerated() {
            guard let grant = record.grants[machine.name],
                let profile = profiles.firstIndex(where: { $0.name == grant.profile }),
                fitting.fits(index, profile), assignment.hasRoom(profile)
            else { continue }
            assignment.pin(index, to: profile)
        }
    }

    private func settle(
        _ machines: [MatchMachine], _ assignment: ProfileAssignment,
        _ fitting: inout ProfileFitting, _ record: MatchRecord
    ) -> MatchPlan {
        var (grants, refused) = grants(machines, assignment, &fitting, record)
        let outcomes = machines.indices.map { index in
            grants.removeValue(forKey: index).map {
                MatchOutcome.given($0, isKept: assignment.isPinned[index])
            } ?? .unmatched(refusals(index, assignment, &fitting, refused[index]))
        }
        return MatchPlan(
            outcomes: OrderedDictionary(
                zip(machines.map(\.name), outcomes), uniquingKeysWith: { first, _ in first }),
            shortages: shortages(outcomes, record, Set(machines.map(\.name))))
    }

    /// What machines are given with their profiles, by their place, and who is refused after all.
    private func grants(
        _ machines: [MatchMachine], _ assignment: ProfileAssignment,
        _ fitting: inout ProfileFitting, _ record: MatchRecord
    ) -> ([Int: MatchRecord.Grant], [Int: MatchRefusal]) {
        var desk = SettingsDesk(profiles, record)
        var (grants, refused): ([Int: MatchRecord.Grant], [Int: MatchRefusal]) = ([:], [:])
        // Those that keep theirs take their entries before the others.
        let order =
            machines.indices.filter { assignment.isPinned[$0] }
            + machines.indices.filter { !assignment.isPinned[$0] }
        for index in order {
            guard let profile = assignment.profiles[index],
                let match = fitting.match(index, profile)
            else { continue }
            switch desk.settings(for: machines[index].name, match, in: profile) {
            case .success(let grant): grants[index] = grant
            case .failure(let refusal):
                refused[index] = MatchRefusal(
                    profile: profiles[profile].name, reason: refusal.reason, agreement: 1)
            }
        }
        return (grants, refused)
    }

    private func refusals(
        _ machine: Int, _ assignment: ProfileAssignment, _ fitting: inout ProfileFitting,
        _ refusal: MatchRefusal?
    ) -> [MatchRefusal] {
        let others = profiles.indices.map { index -> MatchRefusal in
            let name = profiles[index].name
            if let refusal, refusal.profile == name { return refusal }
            guard let mismatch = fitting.mismatch(machine, index) else {
                let count = profiles[index].count
                let reason =
                    count == .exactly(0)
                    ? "matches, but the profile is for no machine"
                    : "matches, but all \(assignment.loads[index]) places are taken"
                return MatchRefusal(profile: name, reason: reason, agreement: 1)
            }
            let share = Double(mismatch.matchedLines) / Double(max(mismatch.lineCount, 1))
            return MatchRefusal(profile: name, reason: mismatch.description, agreement: share)
        }
        return others.enumerated().sorted {
            ($1.element.agreement, $0.offset) < ($0.element.agreement, $1.offset)
        }.map(\.element)
    }

    private func shortages(
        _ outcomes: [MatchOutcome], _ record: MatchRecord, _ present: Set<String>
    ) -> OrderedDictionary<String, Int> {
        var taken: [String: Int] = [:]
        for outcome in outcomes { outcome.profile.map { taken[$0, default: 0] += 1 } }
        for (machine, grant) in record.grants where !present.contains(machine) {
            taken[grant.profile, default: 0] += 1
        }
        var shortages: OrderedDictionary<String, Int> = [:]
        for profile in profiles {
            let room = profile.count.room(over: taken[profile.name, default: 0]) ?? 0
            if room > 0 { shortages[profile.name] = room }
        }
        return shortages
    }
}
