/// The least a processor of a known model gives, from the reference's table.
public enum ProcessorBaseline {
    private static let table: [(model: String, loops: Double, bogomips: Double)] = [
        ("Intel(R) Xeon(R) CPU X5675 @ 3.07GHz", 680, 6130),
        ("Intel(R) Xeon(R) CPU E5-2650 0 @ 2.00GHz", 450, 3900),
        ("Intel(R) Xeon(R) CPU E5-2650", 420, 3900),
        ("Intel(R) Xeon(R) CPU E5-2630 0 @ 2.30GHz", 460, 4580),
        ("Intel(R) Xeon(R) CPU E5", 400, 3500),
        ("Intel(R) Xeon(R) CPU", 300, 3000),
    ]

    /// The entry with the longest name in the model's; words are dropped from the model's end
    /// until there is one. Nil where no word is left, or the metric has no table.
    public static func minimum(_ metric: String, model: String) -> Double? {
        guard metric == "loops_per_sec" || metric == "bogomips" else { return nil }
        var words = model.split(separator: " ")
        while !words.isEmpty {
            let name = words.joined(separator: " ")
            if let entry = table.first(where: { name.contains($0.model) }) {
                return metric == "bogomips" ? entry.bogomips : entry.loops
            }
            words.removeLast()
        }
        return nil
    }
}
