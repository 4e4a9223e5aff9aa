import Documents
import Introspection
import Pictures

/// Reports of introspections as tables and as a page.
struct IntrospectTable {
    private let reports: [IntrospectionReport]

    init(_ reports: [IntrospectionReport]) { self.reports = reports }

    var tables: [(name: String, table: DataTable)] {
        [("Machines", machines), ("Changes", changes), ("Since the last time", differences)]
            .filter { !$0.1.rows.isEmpty }
    }

    var page: PicturePage {
        let failed = reports.count { $0.failure != nil }
        var page = PicturePage(
            title: "Introspection",
            lead: "\(reports.count - failed) of \(reports.count) machines were introspected.")
        for (name, table) in tables { page.add(name, markup: table.markup) }
        return page
    }

    private var machines: DataTable {
        DataTable(
            ["machine", "outcome", "changes", "rules"],
            reports.map { report in
                .init(
                    [
                        report.machine, report.failure ?? "finished", "\(report.changes.count)",
                        report.appliedRules.joined(separator: ", "),
                    ], isBad: report.failure != nil)
            })
    }

    private var changes: DataTable {
        DataTable(
            ["machine", "what", "before", "now"],
            reports.flatMap { report in
                report.changes.map { change in
                    .init([
                        report.machine, change.path, change.before?.text ?? "",
                        change.now?.text ?? "",
                    ])
                }
            })
    }

    private var differences: DataTable {
        DataTable(
            ["machine", "part", "kind", "before", "now"],
            reports.flatMap { report in
                report.differences.map { entry in
                    .init(
                        [
                            report.machine, entry.part, entry.kind.rawValue, entry.before,
                            entry.now,
                        ], isBad: entry.kind != .new)
                }
            })
    }
}
