/// How probable what was found in a group is by chance, on one side.
struct JudgedGroup {
    /// Of single figures, by column and machine; not a number where there is none.
    let figures: [[Double]]
    /// Of what components say, by component and machine.
    let parts: [[Double]]
    /// Of machines; nil for those that nothing is held against.
    let wholes: [Double?]
    /// Machines up to this chance are found; none where it is zero.
    var limit = 0.0
    /// The rate of false findings among one found machine's figures.
    var figureRate = 0.0

    func isFound(_ place: Int) -> Bool {
        guard let chance = wholes[place] else { return false }
        return limit > 0 && chance <= limit
    }

    /// The columns that speak for a found machine: those beyond chance by themselves, else the
    /// clearest of the component that does.
    func columns(of group: RobustGroup, _ place: Int) -> [Int] {
        let known = figures.indices.filter { !figures[$0][place].isNaN }
        let limit = DiscoveryRate.limit(known.map { figures[$0][place] }, rate: figureRate)
        let clear = known.filter { limit > 0 && figures[$0][place] <= limit }
        let chosen = clear.isEmpty ? speaking(of: group, place) : clear
        return chosen.sorted { figures[$0][place] < figures[$1][place] }
    }

    private func speaking(of group: RobustGroup, _ place: Int) -> [Int] {
        let known = parts.indices.filter { !parts[$0][place].isNaN }
        let clearest = known.min { parts[$0][place] < parts[$1][place] }
        let columns = clearest.map { group.components[$0].columns } ?? Array(figures.indices)
        let unlikely = columns.filter { figures[$0][place] < 0.05 }
        if !unlikely.isEmpty { return unlikely }
        return Array(
            columns.filter { !figures[$0][place].isNaN }
                .sorted { figures[$0][place] < figures[$1][place] }.prefix(1))
    }
}
