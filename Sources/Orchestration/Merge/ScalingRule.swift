/// How often what is named after one prefix is there: `Compute=3,1` makes `Compute0`, `Compute2`
/// and `Compute3` of `Compute0`.
public struct ScalingRule: Sendable, Hashable {
    /// What names begin with, without the number.
    public let prefix: String
    public let count: Int
    /// Numbers that are left out.
    public let omitted: Set<Int>

    /// Copies of one thing, at most.
    static let limit = 10_000

    /// - Parameter text: `PREFIX=COUNT` and, each after a comma, numbers to leave out.
    /// - Returns: nil for a text of another form.
    public init?(_ text: String) {
        let halves = text.split(separator: "=", omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty else { return nil }
        let numbers = halves[1].split(separator: ",", omittingEmptySubsequences: false)
        let values = numbers.compactMap { Int($0) }
        guard values.count == numbers.count, (0...Self.limit).contains(values[0]),
            values.allSatisfy({ (0...Self.limit).contains($0) })
        else { return nil }
        prefix = String(halves[0])
        count = values[0]
        omitted = Set(values.dropFirst())
    }

    /// The numbers of the copies, in order.
    var numbers: [Int] {
        Array((0...).lazy.filter { !omitted.contains($0) }.prefix(count))
    }
}
