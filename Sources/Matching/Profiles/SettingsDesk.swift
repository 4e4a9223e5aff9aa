import Documents
import OrderedCollections

/// Gives entries of configuration databases to machines, each to one.
struct SettingsDesk {
    private let profiles: [MatchProfile]
    private let record: MatchRecord
    /// By profile and entry.
    private var isTaken: [[Bool]]

    init(_ profiles: [MatchProfile], _ record: MatchRecord) {
        self.profiles = profiles
        self.record = record
        isTaken = profiles.map { profile in
            Array(repeating: false, count: profile.database?.entries.count ?? 0)
        }
        // What other machines of the record have is theirs.
        for grant in record.grants.values {
            guard let profile = profiles.firstIndex(where: { $0.name == grant.profile }),
                let entry = grant.entry, entry < isTaken[profile].count
            else { continue }
            isTaken[profile][entry] = true
        }
    }

    mutating func settings(
        for machine: String, _ match: SpecMatch, in profile: Int
    ) -> Result<MatchRecord.Grant, SettingsRefusal> {
        let name = profiles[profile].name
        let own = MachineSettings(match.variables)
        guard let database = profiles[profile].database else {
            return .success(MatchRecord.Grant(profile: name, settings: own))
        }
        if let grant = record.grants[machine], grant.profile == name, let entry = grant.entry,
            entry < database.entries.count
        {
            return .success(self.grant(of: entry, in: profile, own))
        }
        let wanted = match.demanded.isEmpty ? match.variables : match.demanded
        guard let entry = entry(for: MachineSettings(wanted), in: profile, match) else {
            let reason =
                match.demanded.isEmpty
                ? "no entry of '\(name).cmdb' is left"
                : "no entry of '\(name).cmdb' has \(text(match.demanded))"
            return .failure(SettingsRefusal(reason: reason))
        }
        isTaken[profile][entry] = true
        return .success(self.grant(of: entry, in: profile, own))
    }

    /// The entry that says what the machine says, whoever had it by the file; otherwise the first
    /// that nobody has, unless the machine must have a certain one.
    private func entry(
        for wanted: MachineSettings, in profile: Int, _ match: SpecMatch
    ) -> Int? {
        let entries = profiles[profile].database?.entries ?? []
        let same = entries.indices.first {
            !isTaken[profile][$0] && wanted.isIncluded(in: entries[$0])
        }
        if same != nil || !match.demanded.isEmpty { return same }
        return entries.indices.first { !isTaken[profile][$0] && !entries[$0].isUsed }
    }

    private func grant(
        of entry: Int, in profile: Int, _ own: MachineSettings
    ) -> MatchRecord.Grant {
        var settings = profiles[profile].database?.entries[entry].overridden(by: own) ?? own
        settings.values[MachineSettings.usedKey] = 1
        return MatchRecord.Grant(
            profile: profiles[profile].name, settings: settings, entry: entry)
    }

    private func text(_ settings: OrderedDictionary<String, String>) -> String {
        settings.map { "\($0.key) '\($0.value)'" }.joined(separator: ", ")
    }
}
