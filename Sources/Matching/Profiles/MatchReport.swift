package import Documents
import OrderedCollections
package import Pictures

/// What a matching came to, for people and for programs.
package struct MatchReport {
    private let plan: MatchPlan

    package init(_ plan: MatchPlan) { self.plan = plan }

    /// Machines in their order: what each is, and what speaks against it where it is nothing.
    package var table: DataTable {
        DataTable(
            ["machine", "profile", "why"],
            plan.outcomes.map { machine, outcome in
                switch outcome {
                case .given(let grant, let isKept):
                    .init([machine, grant.profile, isKept ? "had it already" : "matches"])
                case .unmatched(let refusals):
                    .init(
                        [
                            machine, "unusable",
                            refusals.first?.description ?? "there is no profile",
                        ],
                        isBad: true)
                }
            })
    }

    /// How many machines each profile got, and how many it lacks.
    package var profiles: DataTable {
        var counts: OrderedDictionary<String, Int> = [:]
        for outcome in plan.outcomes.values {
            if let profile = outcome.profile { counts[profile, default: 0] += 1 }
        }
        for profile in plan.shortages.keys where counts[profile] == nil { counts[profile] = 0 }
        return DataTable(
            ["profile", "machines", "lacking"],
            counts.map { profile, count in
                let lacking = plan.shortages[profile] ?? 0
                return .init([profile, "\(count)", "\(lacking)"], isBad: lacking > 0)
            })
    }

    package var isComplete: Bool {
        plan.shortages.isEmpty && plan.outcomes.values.allSatisfy { $0.profile != nil }
    }

    package var json: DocumentValue {
        var machines: OrderedDictionary<String, DocumentValue> = [:]
        for (machine, outcome) in plan.outcomes {
            switch outcome {
            case .given(let grant, let isKept):
                machines[machine] = [
                    "profile": .string(grant.profile), "kept": .bool(isKept),
                    "settings": .map(grant.settings.values),
                ]
            case .unmatched(let refusals):
                let reasons = refusals.map { refusal -> DocumentValue in
                    ["profile": .string(refusal.profile), "reason": .string(refusal.reason)]
                }
                machines[machine] = ["profile": .null, "reasons": .list(reasons)]
            }
        }
        return [
            "machines": .map(machines),
            "shortages": .map(plan.shortages.mapValues(DocumentValue.integer)),
        ]
    }

    /// A page with the machines and the profiles.
    package var page: PicturePage {
        let usable = plan.outcomes.values.count { $0.profile != nil }
        var page = PicturePage(
            title: "Machines and profiles",
            lead: "\(usable) of \(plan.outcomes.count) machines have a profile.")
        page.add("Profiles", markup: profiles.markup)
        page.add("Machines", markup: table.markup)
        return page
    }
}
