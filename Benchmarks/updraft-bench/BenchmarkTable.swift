/// Measurements below each other; each as a ratio to the last one, which is the yardstick.
struct BenchmarkTable {
    let title: String
    private var rows: [Measurement] = []

    init(title: String) { self.title = title }

    mutating func add(_ row: Measurement) { rows.append(row) }

    var text: String {
        guard let yardstick = rows.last else { return title }
        let width = rows.map(\.name.count).max() ?? 0
        let lines = rows.map { row in
            let ratio = row.perSecond / yardstick.perSecond
            return "\(left(row.name, width)) \(right(grouped(row.count), 12))"
                + "\(right(grouped(Int(row.perSecond)), 14))"
                + "\(right(grouped(Int(1e9 / row.perSecond)), 8))\(right(hundredths(ratio), 8))"
        }
        let heading =
            left("", width) + right("count", 13) + right("per second", 14) + right("ns", 8)
            + right("ratio", 8)
        return ([title, heading] + lines).joined(separator: "\n")
    }

    private func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count)) + text
    }

    private func grouped(_ number: Int) -> String {
        var (digits, groups) = (String(number)[...], [String]())
        while !digits.isEmpty {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits = digits.dropLast(3)
        }
        return groups.joined(separator: ",")
    }

    private func hundredths(_ ratio: Double) -> String {
        let value = Int((ratio * 100).rounded())
        return "\(value / 100)." + String("\(100 + value % 100)".dropFirst())
    }
}
