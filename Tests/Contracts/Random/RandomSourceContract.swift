import World

/// What every ``RandomSource`` promises, live ones included: none of it says that draws repeat.
struct RandomSourceContract: Sendable {
    typealias Clause = ContractClause<RandomSourceContract>

    static let draws = 4096
    /// Six standard deviations of the count of one fair bit in as many draws: √4096 / 2 × 6.
    /// A sound source is beyond it for one of 64 bits once in eight million runs.
    static let tolerance = 192

    let source: any RandomSource

    static let clauses = [
        Clause("each bit is as often set as not") { contract in
            var counts = [Int](repeating: 0, count: 64)
            for _ in 0..<draws {
                let word = contract.source.next()
                for bit in 0..<64 where word >> UInt64(bit) & 1 == 1 { counts[bit] += 1 }
            }
            return counts.allSatisfy { abs($0 - draws / 2) <= tolerance }
        },
        Clause("neighbouring draws have nothing in common") { contract in
            var (last, same) = (contract.source.next(), 0)
            for _ in 0..<draws {
                let word = contract.source.next()
                same += (word ^ last).nonzeroBitCount
                last = word
            }
            // 64 bits at once: the deviation grows by the square root of that.
            return abs(same - draws * 32) <= tolerance * 8
        },
        Clause("no draw repeats") { contract in
            Set((0..<draws).map { _ in contract.source.next() }).count == draws
        },
        Clause("tasks that draw at once get draws of their own") { contract in
            let words = await withTaskGroup(of: [UInt64].self) { group in
                for _ in 0..<8 {
                    group.addTask { (0..<draws / 8).map { _ in contract.source.next() } }
                }
                return await group.reduce(into: Set<UInt64>()) { $0.formUnion($1) }
            }
            return words.count == draws
        },
        Clause("components draw apart from each other") { contract in
            let names = ["", "a", "b", "ab", "power", "network"]
            let branches = names.map { contract.source.branch($0) }
            let words = branches.flatMap { branch in (0..<64).map { _ in branch.next() } }
            return Set(words).count == words.count
        },
        Clause("the standard library's draws stay in their range and reach all of it") {
            contract in
            let rolls = (0..<draws).map { _ in
                contract.source.draw { Int.random(in: 1...6, using: &$0) }
            }
            return Set(rolls) == Set(1...6)
        },
    ]

    /// The promises that are broken, in words.
    func violations() async -> [String] {
        var violations: [String] = []
        for clause in Self.clauses {
            if let violation = await clause.violation(by: self) { violations.append(violation) }
        }
        return violations
    }
}
