import BareMetal
import Harness
import OrderedCollections
import Pictures
import World

/// What went wrong, if anything did: the rule, who broke it, and what led there.
extension RunPage {
    var troubles: Part? {
        var body = report.violations.map(violation).joined()
        if !report.findings.isEmpty {
            body += PageParts.table(
                ["Why the world could not go on", "Details"],
                report.findings.map { [.code($0.name), .text(Labels.cut($0.description))] })
        }
        if !report.missing.isEmpty {
            let items = report.missing.map { "<li>\(Markup.escaped(Labels.cut($0)))</li>\n" }
            body += "<h3>Not as it should be at the end</h3>\n<ul>\n\(items.joined())</ul>\n"
        }
        guard !body.isEmpty else { return nil }
        if report.verdict.outcome != .passed {
            body +=
                "<h3>Ask why</h3>\n"
                + PageParts.command("\(report.inquiry) \(asked)", id: "why-command")
        }
        let title = report.plantedBug == nil ? "What went wrong" : "How the planted bug showed"
        return Part("troubles", title, body)
    }

    /// Somebody whom it is worth to ask about.
    private var asked: String {
        if let subject = report.violations.first?.subject {
            return chronicle.machines[subject] == nil ? "NODE-OR-SERVER" : subject
        }
        let unfinished = chronicle.machines.first { _, history in
            guard let state = history.states.value.map({ ProvisionState.allCases[$0] }) else {
                return false
            }
            return state.isTransient || state.phase == .failed
        }
        return unfinished?.key ?? "NODE-OR-SERVER"
    }

    private func violation(_ violation: ReportedViolation) -> String {
        let rule = CheckerRules.rule(of: violation.checker)
        let held =
            rule.isEmpty
            ? "" : "<p><span class=\"soft\">What must hold:</span> \(Markup.escaped(rule))</p>\n"
        let at = Tick(.epoch + violation.at.duration)
        return """
            <h3><code>\(Markup.escaped(violation.checker))</code> at \(PageParts.moment(at)): \
            \(Markup.escaped(Labels.cut(violation.subject)))</h3>
            <p>\(Markup.escaped(Labels.cut(violation.message)))</p>
            \(held)\(lead(to: violation))
            """
    }

    /// The last things told of the subject; where nothing was, of anything.
    private func lead(to violation: ReportedViolation) -> String {
        let told = subjects(of: violation).compactMap { chronicle.recent[$0]?.entries }.joined()
        let entries = told.sorted { $0.sequence < $1.sequence }.filter {
            $0.at - .epoch <= violation.at.duration
        }
        guard !entries.isEmpty else {
            let lines = report.journalTail.map { Markup.escaped(Labels.cut($0)) }
            guard !lines.isEmpty else { return "" }
            return "<p class=\"soft\">The last events of all before it:</p>\n"
                + "<pre class=\"wide mono\">" + lines.joined(separator: "\n") + "</pre>\n"
        }
        let rows = entries.suffix(ChronicleLimits.recentEvents * 2).map { entry in
            let details = entry.event.fields.map { "\($0.name) \($0.value)" }
            return [
                PageParts.Cell.markup(
                    "<a href=\"#t=\(Tick(entry.at).count)\" data-t=\"\(Tick(entry.at).count)\">"
                        + "\((entry.at - .epoch).preciseClockText)</a>"),
                .text(entry.event.kind), .text(Labels.cut(details.joined(separator: ", "))),
                .text(entry.source),
            ]
        }
        return "<p class=\"soft\">The last events of it before that:</p>\n"
            + PageParts.table(["When", "What", "Details", "Told by"], rows)
    }

    /// The violation's subject, and the machine it is on.
    private func subjects(of violation: ReportedViolation) -> [String] {
        var subjects = [violation.subject]
        let tick = Tick(.epoch + violation.at.duration)
        for (name, history) in chronicle.machines where name != violation.subject {
            let server = history.servers.value(at: tick).map { chronicle.labels[$0] }
            if server == violation.subject { subjects.append(name) }
        }
        return subjects
    }
}
