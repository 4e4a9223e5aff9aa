import Pictures

extension GateReport {
    /// The form that continuous integration reads (JUnit's): a case for every scenario, every
    /// corpus entry and every failure. What is let pass is told as skipped.
    public var junit: String {
        let cases =
            corpus.entries.map(Self.element) + scenarios.map(Self.element)
            + failures.map(Self.element) + unmetBugs.map(Self.unmet)
        let failed = cases.count { $0.contains("<failure") }
        let skipped = cases.count { $0.contains("<skipped") }
        return
            (["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
            + [
                "<testsuite name=\"updraft gate\" tests=\"\(cases.count)\" "
                    + "failures=\"\(failed)\" errors=\"0\" skipped=\"\(skipped)\">",
                "  <properties><property name=\"bound\" "
                    + "value=\"\(Markup.escaped(sentence))\"/></properties>",
            ] + cases + ["</testsuite>", ""]).joined(separator: "\n")
    }

    private static func element(_ line: CorpusReport.Line) -> String {
        let isOpen = ["reproduces", "moved", "changed", "unreadable"].contains(line.verdict)
        let isPlanted = line.isPlanted && ["reproduces", "moved"].contains(line.verdict)
        return element(
            "corpus", line.file, isOpen && !isPlanted ? "failure" : nil,
            [line.verdict, line.signature, line.detail].compactMap(\.self).joined(separator: ": "))
    }

    private static func element(_ share: Share) -> String {
        element(
            "scenario", share.scenario, share.runs == 0 ? "skipped" : nil, "time was up before it")
    }

    private static func element(_ failure: Failure) -> String {
        let text = [failure.signature.text, failure.detail, failure.replay ?? ""]
        return element(
            failure.scenario, failure.signature.check,
            failure.isQuarantined ? "skipped" : "failure", text.joined(separator: "\n"))
    }

    private static func unmet(_ file: String) -> String {
        element("planted", file, "failure", "its planted bug was met by no run")
    }

    private static func element(
        _ group: String, _ name: String, _ mark: String?, _ text: String
    ) -> String {
        let head =
            "  <testcase classname=\"\(Markup.escaped(group))\" name=\"\(Markup.escaped(name))\""
        guard let mark else { return head + "/>" }
        return head + "><\(mark) message=\"\(Markup.escaped(text))\"/></testcase>"
    }
}
