extension Reductions {
    /// Names with a number, tried from one on.
    private static let firstNumbers = 1...3

    /// Faults on earlier machines and racks, so that later ones can go.
    var places: [Reduction] {
        paths { ["machine", "rack", "switch", "pdu"].contains($0) }
            .filter { $0.first == "faults" || $0.first == "operations" }
            .flatMap { path -> [Reduction] in
                guard let name = probe.text.root.part(at: path)?.text else { return [] }
                return Self.earlier(than: name).map { earlier in
                    changed("\(path.text) \(name) to \(earlier)") { root in
                        root.set(earlier, at: path.steps[...])
                    }
                }
            }
    }

    /// The same name with smaller numbers at its end.
    static func earlier(than name: String) -> [String] {
        let digits = String(name.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
        guard let number = Int(digits) else { return [] }
        return firstNumbers.filter { $0 < number }.map { smaller in
            let text = String(smaller)
            let padding = digits.first == "0" ? max(0, digits.count - text.count) : 0
            return name.dropLast(digits.count) + String(repeating: "0", count: padding) + text
        }
    }

    /// Shorter times: of faults, of pauses before them, of the limits.
    var durations: [Reduction] {
        paths { ["for", "after", "at", "heal", "virtual-time"].contains($0) }
            .flatMap { path -> [Reduction] in
                let text = probe.text.root.part(at: path)?.text ?? ""
                return Self.shorter(than: text).map { shorter in
                    changed("\(path.text) \(text) to \(shorter)") { root in
                        root.set(shorter, at: path.steps[...])
                    }
                }
            }
    }

    /// Nothing, the least that some faults last, and the half, in the units of scenarios.
    static func shorter(than text: String) -> [String] {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let units = ["ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86_400]
        guard let count = Int(digits), let unit = units[String(text.dropFirst(digits.count))] else {
            return []
        }
        let seconds = Int(Double(count) * unit)
        let candidates = [0, 10, 60, seconds / 2].filter { $0 < seconds }
        return candidates.reduce(into: [String]()) { texts, candidate in
            if !texts.contains("\(candidate)s") { texts.append("\(candidate)s") }
        }
    }
}
