import World

/// Runs in the XML form that continuous integration reads (JUnit's).
public enum JUnitReport {
    public static func text(of reports: [RunReport]) -> String {
        let failures = reports.filter { $0.verdict.outcome != .passed }.count
        let time = seconds(reports.reduce(.zero) { $0 + $1.verdict.wall.duration })
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<testsuite name=\"updraft\" tests=\"\(reports.count)\" failures=\"\(failures)\" "
                + "time=\"\(time)\">",
        ]
        for report in reports { lines += testCase(report) }
        return (lines + ["</testsuite>", ""]).joined(separator: "\n")
    }

    private static func testCase(_ report: RunReport) -> [String] {
        let verdict = report.verdict
        let head =
            "  <testcase classname=\"\(escape(verdict.scenario))\" name=\"seed \(verdict.seed)\" "
            + "time=\"\(seconds(verdict.wall.duration))\""
        guard verdict.outcome != .passed else { return [head + "/>"] }
        let message =
            report.violations.first.map { "\($0.checker): \($0.message)" }
            ?? report.findings.first?.name ?? "did not converge"
        return [
            head + ">",
            "    <failure message=\"\(escape(message))\">\(escape(TextReport.text(of: report)))"
                + "</failure>",
            "  </testcase>",
        ]
    }

    private static func seconds(_ duration: Duration) -> String {
        let milliseconds = duration.nanoseconds / 1_000_000
        let fraction = String(String(1000 + milliseconds % 1000).dropFirst())
        return "\(milliseconds / 1000).\(fraction)"
    }

    /// XML 1.0 has no place for control characters, not even escaped.
    private static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\n", "\t": escaped.unicodeScalars.append(scalar)
            case "\u{0}"..<"\u{20}": escaped += "\u{fffd}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
