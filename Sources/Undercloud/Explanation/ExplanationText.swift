import World

/// An explanation for people.
public enum ExplanationText {
    /// Lines of a history that are shown: its beginning and its end.
    private static let beginning = 10
    private static let shown = 40

    /// The answer first, then what it rests on.
    public static func lines(of explanation: Explanation) -> [String] {
        let question =
            explanation.subject == .node ? "why is it not deployed?" : "why is it not running?"
        let head = ["\(explanation.subject.rawValue) \(explanation.name): \(question)"]
        return head + ["  \(sentence(explanation.answer))"] + facts(explanation)
            + list("machines tried", explanation.tried)
            + list(explanation.subject == .node ? "flavors" : "machines", explanation.candidates)
            + history(explanation)
    }

    /// All of it, as one text.
    public static func text(of explanation: Explanation) -> String {
        lines(of: explanation).joined(separator: "\n")
    }

    private static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    private static func facts(_ explanation: Explanation) -> [String] {
        let at = explanation.at.instant
        func ago(_ moment: Moment) -> String { (at - moment.instant).clockText }
        var facts: [(String, String)] = [("asked at", "\(explanation.at)")]
        if let state = explanation.state, let since = explanation.since {
            facts.append(("state", "\(state), since \(since), for \(ago(since))"))
        }
        if let partner = explanation.partner {
            facts.append((explanation.subject == .node ? "server" : "machine", partner))
        }
        if let holder = explanation.holder {
            let since = "since \(holder.since), for \(ago(holder.since))"
            facts.append(("held by", "\(holder.name) in term \(holder.term), \(since)"))
        }
        if let wait = explanation.wait {
            facts.append(
                ("waits for", "\(wait.what), since \(wait.since), for \(ago(wait.since))"))
            let until = wait.until.map { "at \($0) at the earliest" } ?? "never"
            facts.append(("times out", until))
        }
        facts.append(("next", explanation.next))
        return facts.map { name, value in
            "  \(name)\(String(repeating: " ", count: 11 - name.count))\(value)"
        }
    }

    private static func list(
        _ title: String, _ candidates: [Explanation.Candidate]
    ) -> [String] {
        guard !candidates.isEmpty else { return [] }
        return ["  \(title)"]
            + candidates.map { "    \($0.name): \($0.reason ?? "nothing speaks against it")" }
    }

    private static func history(_ explanation: Explanation) -> [String] {
        guard !explanation.history.isEmpty else { return [] }
        let lines = explanation.history.map { entry in
            let machine = entry.machine.map { " on \($0)" } ?? ""
            let reason = entry.reason.map { ": \($0)" } ?? ""
            return "    \(entry.at)  \(entry.state)\(machine)\(reason)"
        }
        return ["  history"] + shortened(lines)
    }

    private static func shortened(_ lines: [String]) -> [String] {
        guard lines.count > shown else { return lines }
        let hidden = lines.count - shown + 1
        return lines.prefix(beginning) + ["    … \(hidden) lines, which --json has …"]
            + lines.suffix(shown - beginning - 1)
    }
}
