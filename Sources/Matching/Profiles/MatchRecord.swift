package import Documents
package import OrderedCollections

/// Who was given what, kept from run to run, so that machines keep their profiles.
package struct MatchRecord: Sendable, Hashable {
    package struct Grant: Sendable, Hashable {
        package let profile: String
        package let settings: MachineSettings
        /// Which entry of the profile's database it has, from 0.
        package let entry: Int?

        package init(profile: String, settings: MachineSettings, entry: Int? = nil) {
            self.profile = profile
            self.settings = settings
            self.entry = entry
        }
    }

    /// By machine.
    package private(set) var grants: OrderedDictionary<String, Grant>

    package init(_ grants: OrderedDictionary<String, Grant> = [:]) { self.grants = grants }

    /// What machines have after a run. Machines that were not in it keep what they had.
    package mutating func note(_ machine: String, _ outcome: MatchOutcome) {
        if case .given(let grant, _) = outcome { grants[machine] = grant }
    }

    /// Reads what `document` wrote; nil for anything else.
    package init?(_ document: DocumentValue) {
        guard let machines = document["assignments"]?.map else { return nil }
        var grants: OrderedDictionary<String, Grant> = [:]
        for (machine, grant) in machines {
            guard let profile = grant["profile"]?.string else { return nil }
            let settings = MachineSettings(grant["settings"]?.map ?? [:])
            grants[machine] = Grant(
                profile: profile, settings: settings, entry: grant["entry"]?.integer)
        }
        self.grants = grants
    }

    package var document: DocumentValue {
        ["assignments": .map(grants.mapValues(Self.document))]
    }

    private static func document(_ grant: Grant) -> DocumentValue {
        var document: OrderedDictionary<String, DocumentValue> = [
            "profile": .string(grant.profile), "settings": .map(grant.settings.values),
        ]
        document["entry"] = grant.entry.map(DocumentValue.integer)
        return .map(document)
    }
}
