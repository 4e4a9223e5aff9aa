import OrderedCollections
import Pictures

extension BenchmarkReport {
    /// Strips of one page; a page of thousands would be read by nobody.
    private static let stripLimit = 40

    /// The report as a page that needs nothing else.
    public var html: String {
        var page = PicturePage(title: "Benchmarks", lead: summary)
        if !fleet.problems.isEmpty {
            let rows = fleet.problems.map { DataTable.Row([$0.description]) }
            page.add("Documents", markup: DataTable(["problem"], rows).markup)
        }
        switch findings {
        case .robust(let report): add(report, to: &page)
        case .cardiff(let report):
            page.add("Findings", markup: cardiffTable(report).markup)
            addStrips(cardiffMarks(report), to: &page)
        }
        if let drift, !drift.slower.isEmpty {
            let rows = drift.slower.map { DataTable.Row([$0.machine, Self.loss($0)], isBad: true) }
            page.add(
                "Against the earlier run", markup: DataTable(["machine", "loss"], rows).markup)
        }
        page.add(
            "Groups", note: "Machines of a group have like hardware.", markup: groupTree.svg)
        return page.html
    }

    private func add(_ report: RobustReport, to page: inout PicturePage) {
        let splits = report.splits.filter { isShown($0.group) }
        if !splits.isEmpty {
            let rows = splits.map { DataTable.Row([Self.sentence($0)]) }
            page.add("Groups in two heaps", markup: DataTable(["what"], rows).markup)
        }
        page.add("Verdicts", markup: robustTable(report).markup)
        addStrips(robustMarks(report), to: &page)
        page.add(
            "Racks", note: "✗ kept out of deployment, ! to be looked at.",
            markup: RackMap(title: "Verdicts by rack", racks: rackCells(report)).svg)
    }

    // MARK: Strips

    private typealias Kinds = [Metric: [String: StripPlot.Mark.Kind]]

    private func robustMarks(_ report: RobustReport) -> Kinds {
        var kinds: Kinds = [:]
        for verdict in report.verdicts {
            for deviation in verdict.deviations {
                kinds[deviation.metric, default: [:]][verdict.machine] =
                    deviation.effect < 0 ? .low : .high
            }
        }
        return kinds
    }

    private func cardiffMarks(_ report: CardiffReport) -> Kinds {
        var kinds: Kinds = [:]
        let metrics = Set(fleet.machines.flatMap { $0.measures.values.keys })
        for finding in report.groups.flatMap(\.findings) {
            for metric in metrics.sorted()
            where metric.name == finding.mode && metric.device == finding.title {
                for machine in finding.curious {
                    kinds[metric, default: [:]][machine.machine] = machine.isOver ? .high : .low
                }
            }
        }
        return kinds
    }

    /// One picture a group: metrics with outliers first, then the others.
    private func addStrips(_ kinds: Kinds, to page: inout PicturePage) {
        let machines = Dictionary(
            fleet.machines.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for (number, names) in groups.enumerated() where isShown(number) && names.count > 1 {
            let group = names.compactMap { machines[$0] }
            let metrics = Set(group.flatMap { $0.measures.values.keys }).sorted()
            func hits(_ metric: Metric) -> Int {
                group.count { kinds[metric]?[$0.name] != nil }
            }
            let shown = metrics.filter { hits($0) > 0 } + metrics.filter { hits($0) == 0 }
            guard !shown.isEmpty else { continue }
            let strips = shown.prefix(Self.stripLimit).map { strip($0, group, kinds[$0] ?? [:]) }
            let rest = shown.count - strips.count
            page.add(
                "Figures of group \(number)",
                note: rest > 0 ? "\(rest) more metrics without outliers are left out." : "",
                markup: StripPlot(title: "Figures of group \(number)", strips: strips).svg)
        }
    }

    private func strip(
        _ metric: Metric, _ group: [BenchmarkedMachine], _ kinds: [String: StripPlot.Mark.Kind]
    ) -> StripPlot.Strip {
        let marks = group.compactMap { machine in
            machine.measures[metric]?.value.map {
                StripPlot.Mark($0, name: machine.name, kind: kinds[machine.name] ?? .usual)
            }
        }
        let usual = marks.filter { $0.kind == .usual }.map(\.value).sorted()
        let range = usual.isEmpty ? nil : usual[usual.count / 4]...usual[usual.count * 3 / 4]
        return StripPlot.Strip(metric.description, marks, range: range)
    }

    // MARK: Racks and groups

    private func rackCells(_ report: RobustReport) -> [RackMap.Rack] {
        var cells: OrderedDictionary<String, [RackMap.Cell]> = [:]
        for verdict in report.verdicts where isShown(verdict.group) {
            let rack = racks[verdict.machine] ?? "group \(verdict.group)"
            cells[rack, default: []].append(Self.cell(verdict))
        }
        return cells.elements.sorted { $0.key < $1.key }.map { RackMap.Rack($0.key, $0.value) }
    }

    private static func cell(_ verdict: MachineVerdict) -> RackMap.Cell {
        let note =
            verdict.deviations.first.map {
                "\(FigureText.percent($0.effect)) \($0.metric.family.rawValue)"
            } ?? verdict.status.rawValue
        let heat: RackMap.Cell.Heat =
            verdict.isUnfit ? .worst : verdict.status == .consistent ? .usual : .worse
        return RackMap.Cell(verdict.machine, note: note, heat: heat)
    }

    /// Component after component, as the grouping goes.
    private var groupTree: TreePicture {
        let grouping =
            switch findings {
            case .robust(let report): report.grouping
            case .cardiff(let report): report.grouping
            }
        let telling = grouping.components.filter { $0.groups.count > 1 }
        let all = Array(fleet.machines.indices)
        return TreePicture(
            title: "How the fleet falls into groups",
            root: .init(
                "all \(all.count) machines", note: telling.first?.component.title ?? "all alike",
                branches: branches(all, telling[...])))
    }

    /// Branches of one picture.
    private static let branchLimit = 12

    private func branches(
        _ places: [Int], _ components: ArraySlice<ComponentGroups>
    ) -> [TreePicture.Branch] {
        guard let component = components.first else { return [] }
        let inside = Set(places)
        let parts = component.groups.map { $0.machines.filter(inside.contains) }
            .filter { !$0.isEmpty }
        let rest = components.dropFirst()
        guard parts.count > 1 else { return branches(places, rest) }
        let shown = parts.prefix(Self.branchLimit).map { part in
            TreePicture.Branch(
                part.count == 1 ? fleet.machines[part[0]].name : "\(part.count) machines",
                note: component.component.title, branches: branches(part, rest))
        }
        let left = parts.count - shown.count
        return shown + (left > 0 ? [.init("and \(left) more groups")] : [])
    }
}
