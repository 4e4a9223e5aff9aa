/// Which of two parts goes on, and from where.
struct GaleraQuorum {
    let options: GaleraOptions

    func decide(_ proposal: GaleraProposal) -> GaleraMessage.Decision {
        let reports = proposal.reports.sorted { $0.member < $1.member }
        let view = GaleraView(id: proposal.id, members: reports.map(\.member))
        let left = reports.flatMap(\.left)
        let last = reports.compactMap(\.committed).max { $0.id < $1.id }
        // A later view that some may have and others not must agree as well.
        let begun = reports.compactMap(\.installing).filter {
            $0.id > last?.id ?? $0.id || last == nil
        }
        let isForced = reports.contains(where: \.forcesPrimary)
        let isPrimary =
            isForced || options.ignoresQuorum && last != nil
            || last.map { old in
                ([old] + begun).allSatisfy { hasQuorum(view.members, of: $0, left: left) }
            } ?? false
        let source = Source(reports)
        return GaleraMessage.Decision(
            view: view, isPrimary: isPrimary, state: source.state, base: source.end,
            flush: source.flush, donors: source.donors,
            left: isForced
                ? []
                : left.filter { gone in
                    !view.members.contains(gone)
                })
    }

    private func hasQuorum(
        _ present: [GaleraView.Member], of old: GaleraView, left: [GaleraView.Member]
    ) -> Bool {
        let counted = old.members.filter { !left.contains($0) }
        let all = counted.reduce(0) { $0 + $1.weight }
        let here = counted.filter(present.contains).reduce(0) { $0 + $1.weight }
        guard all > 0 else { return false }
        return options.ignoresSplitBrain ? here * 2 >= all : here * 2 > all
    }

    /// Whose history the view goes on with: that of members of the latest view, among which
    /// whatever one of them has received is delivered by all.
    private struct Source {
        let state: String?
        let end: Int
        let flush: [GaleraMessage.Ordered]
        let donors: [ServiceNode]

        init(_ reports: [GaleraMessage.Report]) {
            func age(_ report: GaleraMessage.Report) -> GaleraView.ID? {
                [report.installing?.id, report.committed?.id].compactMap { $0 }.max()
            }
            let latest = reports.compactMap(age).max()
            var heirs = reports.filter { age($0) == latest }
            if latest == nil { heirs = Array(reports.prefix(1)) }
            let front = heirs.map(\.delivered).max() ?? -1
            var merged: [Int: GaleraMessage.Ordered] = [:]
            for report in heirs {
                for ordered in report.queue { merged[ordered.sequence] = ordered }
            }
            var flush: [GaleraMessage.Ordered] = []
            let back = heirs.map(\.delivered).min() ?? front
            var place = back + 1
            while place <= front || merged[place] != nil {
                if let ordered = merged[place] { flush.append(ordered) }
                place += 1
            }
            let present = Set(flush.map(\.sequence))
            let last = place - 1
            end = last
            self.flush = flush
            let leader = heirs.first { $0.delivered == front }
            state = leader?.state
            // Whoever lacks something that nobody can deliver again takes a state transfer.
            donors = reports.filter { report in
                heirs.contains { $0.member == report.member } && report.state == leader?.state
                    && (report.delivered >= last
                        || (report.delivered + 1...last).allSatisfy(present.contains))
            }.map(\.member.node)
        }
    }
}
