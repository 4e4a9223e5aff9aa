import Pictures
import World

/// Runs in the XML form that continuous integration reads (JUnit's).
public enum JUnitReport {
    /// Whose time is told.
    public enum Clock: Sendable, Hashable {
        /// That of whoever waited.
        case wall
        /// The worlds' own, so that the same runs give the same bytes.
        case simulated
    }

    /// - Parameter cases: all runs that were asked for, in order.
    public static func text(of cases: [JUnitCase], clock: Clock = .wall) -> String {
        let time = seconds(cases.reduce(.zero) { $0 + $1.time(by: clock) })
        func count(_ mark: JUnitCase.Mark) -> Int { cases.count { $0.mark == mark } }
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<testsuite name=\"updraft\" tests=\"\(cases.count)\" "
                + "failures=\"\(count(.failure))\" errors=\"\(count(.error))\" "
                + "skipped=\"\(count(.skipped))\" time=\"\(time)\">",
        ]
        for run in cases { lines += element(run, clock) }
        return (lines + ["</testsuite>", ""]).joined(separator: "\n")
    }

    private static func element(_ run: JUnitCase, _ clock: Clock) -> [String] {
        let head =
            "  <testcase classname=\"\(Markup.escaped(run.scenario.text))\" "
            + "name=\"seed \(run.seed)\" "
            + "time=\"\(seconds(run.time(by: clock)))\""
        guard let mark = run.mark else { return [head + "/>"] }
        return [
            head + ">",
            "    <\(mark) message=\"\(Markup.escaped(run.message))\"\(type(of: run))>"
                + "\(Markup.escaped(run.text(by: clock)))</\(mark)>",
            "  </testcase>",
        ]
    }

    /// What sort of failure it is, which readers group by; skipped cases have none.
    private static func type(of run: JUnitCase) -> String {
        run.mark == .skipped ? "" : " type=\"\(Markup.escaped(run.sort))\""
    }

    private static func seconds(_ duration: Duration) -> String {
        let milliseconds = duration.nanoseconds / 1_000_000
        let fraction = String(String(1000 + milliseconds % 1000).dropFirst())
        return "\(milliseconds / 1000).\(fraction)"
    }
}
