import BareMetal
import Documents
import Facts
import Hardware
import Matching
import Plans
import World

/// Gives machines their profiles by what was found out of them. Pure but for what it remembers.
struct ProfileDesk {
    private let matching: ProfileMatching
    private let names: Set<String>
    /// What each machine is to be tagged with; nil until somebody was matched.
    private(set) var profiles: [NodeName: String]?
    /// Why machines have none, the nearest profile's reason first.
    private(set) var refusals: [(node: NodeName, reason: String)] = []

    /// - Returns: nil where the rules cannot be read: their reader has told why.
    init?(_ rules: ProfileRules) {
        let configuration: MatchConfiguration
        do throws(MatchConfigurationError) {
            configuration = try MatchConfiguration(rules.files)
        } catch { return nil }
        names = Set(configuration.profiles.map(\.name))
        matching = ProfileMatching(
            configuration.profiles, method: rules.method == .optimal ? .optimal : .reference)
    }

    /// Matches machines, those that have a profile by the record first.
    ///
    /// - Returns: the record to be kept from now on, where it is another one.
    mutating func match(_ reports: [IntrospectionData], keeping record: String?) -> String? {
        let machines = reports.compactMap { report in
            (try? FactDocument(report.raw, origin: report.id)).map {
                MatchMachine(name: report.id, facts: $0.facts)
            }
        }
        let document = record.flatMap { try? DocumentValue(json: $0, depth: 100) }
        let old = document.flatMap { MatchRecord($0) } ?? MatchRecord()
        let plan = matching.plan(machines, record: old)
        profiles = Dictionary(
            plan.outcomes.compactMap { machine, outcome in
                outcome.profile.map { (NodeName(machine), $0) }
            }, uniquingKeysWith: { $1 })
        refusals = plan.outcomes.compactMap { machine, outcome in
            guard case .unmatched(let reasons) = outcome else { return nil }
            return (NodeName(machine), reasons.first?.description ?? "there are no profiles")
        }
        let kept = plan.record(over: old)
        return kept == old && record != nil ? nil : kept.document.json
    }

    /// The node's properties as they are to be; nil where they are so already.
    func properties(of node: Node) -> NodeProperties? {
        guard let profiles else { return nil }
        let (now, due) = (node.properties.capabilities["profile"], profiles[node.name])
        // A profile of somebody else's making stays where none is given.
        guard now != due, due != nil || now.map(names.contains) == true else { return nil }
        var properties = node.properties
        properties.capabilities["profile"] = due
        return properties
    }
}
