package import Facts

/// A machine that asks for a profile.
package struct MatchMachine: Sendable {
    package let name: String
    package let sheet: FactSheet

    package init(name: String, facts: [Fact]) {
        self.name = name
        sheet = FactSheet(facts)
    }
}
