/// The transitions as the specification words them (the reference on behaviours, section 4), a line
/// a state and work, written down apart from the table so that the two can disagree.
///
/// `state: trigger > next` with several triggers a line; a trigger marked `!` is an operator's.
enum TranscribedTransitions {
    static let text = """
        enroll: !manage > verifying
        verifying: done > manageable; fail > enroll
        manageable: !provide > cleaning; !clean > cleaning; !inspect > inspecting; !adopt > adopting
        cleaning: done > available; manage > manageable; fail > clean failed; wait > clean wait
        cleaning: hold > clean hold
        clean wait: resume > cleaning; fail > clean failed; !abort > clean failed; hold > clean hold
        clean hold: !abort > clean failed; !unhold > clean wait
        clean failed: !manage > manageable
        available: !active > deploying; !manage > manageable
        deploying: wait > wait call-back; hold > deploy hold; done > active; fail > deploy failed
        wait call-back: resume > deploying; fail > deploy failed; !abort > deploy failed
        wait call-back: hold > deploy hold; !deleted > deleting
        deploy hold: !unhold > wait call-back; !abort > deploy failed
        deploy failed: !rebuild > deploying; !deploy > deploying; !delete > deleting
        active: !rebuild > deploying; !delete > deleting; !rescue > rescuing; !service > servicing
        deleting: clean > cleaning; fail > error
        error: !rebuild > deploying; !delete > deleting
        inspecting: done > manageable; fail > inspect failed; wait > inspect wait
        inspect wait: done > manageable; fail > inspect failed; !abort > inspect failed
        inspect wait: resume > inspecting
        inspect failed: !manage > manageable; !inspect > inspecting
        rescuing: done > rescue; fail > rescue failed; wait > rescue wait
        rescue: !rescue > rescuing; !unrescue > unrescuing; !delete > deleting
        rescue wait: resume > rescuing; fail > rescue failed; !abort > rescue failed
        rescue wait: !delete > deleting
        rescue failed: !rescue > rescuing; !unrescue > unrescuing; !delete > deleting
        unrescuing: done > active; fail > unrescue failed
        unrescue failed: !rescue > rescuing; !unrescue > unrescuing; !delete > deleting
        adopting: done > active; fail > adopt failed
        adopt failed: !adopt > adopting; !manage > manageable
        servicing: done > active; fail > service failed; wait > service wait; hold > service hold
        service wait: resume > servicing; fail > service failed; !abort > service failed
        service wait: hold > service hold; !delete > deleting
        service hold: !service > servicing; !unhold > service wait; fail > service failed
        service hold: !abort > service failed
        service failed: !service > servicing; !rescue > rescuing; wait > service wait
        service failed: hold > service hold; !delete > deleting; !abort > active
        """

    struct Line: Hashable {
        let state: String
        let trigger: String
        let isOperators: Bool
        let next: String
    }

    static let lines: [Line] = text.split(separator: "\n").flatMap { row -> [Line] in
        let parts = row.split(separator: ":", maxSplits: 1)
        return parts[1].split(separator: ";").map { clause in
            let sides = clause.split(separator: ">").map { trimmed($0) }
            let isOperators = sides[0].hasPrefix("!")
            return Line(
                state: trimmed(parts[0]),
                trigger: String(sides[0].drop { $0 == "!" }),
                isOperators: isOperators,
                next: sides[1]
            )
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
