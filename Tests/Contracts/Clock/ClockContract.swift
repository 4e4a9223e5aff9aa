import World

/// What every ``WorldClock`` promises. None of it says how fast anything happens.
struct ClockContract: Sendable {
    typealias Clause = ContractClause<ClockContract>

    let clock: any WorldClock
    /// Long enough to be told from none, short enough for a test.
    let pause: Duration

    static let clauses = [
        Clause("the monotonic clock never goes back") { contract in
            var last = contract.clock.now
            for _ in 0..<1000 {
                let now = contract.clock.now
                guard now >= last else { return false }
                last = now
            }
            return true
        },
        Clause("a sleep does not end before its deadline by the same clock") { contract in
            for turn in 1...5 {
                let deadline = contract.clock.now + contract.pause * turn / 5
                try await contract.clock.sleep(until: deadline)
                guard contract.clock.now >= deadline else { return false }
            }
            return true
        },
        Clause("no sleeper among several wakes before its own deadline") { contract in
            let start = contract.clock.now
            let isOnTime = try await withThrowingTaskGroup(of: Bool.self) { group in
                for turn in [3, 1, 2] {
                    group.addTask {
                        let deadline = start + contract.pause * turn
                        try await contract.clock.sleep(until: deadline)
                        return contract.clock.now >= deadline
                    }
                }
                return try await group.reduce(true) { $0 && $1 }
            }
            return isOnTime
        },
        Clause("a sleep until the past returns, and at once") { contract in
            let before = contract.clock.now
            try await contract.clock.sleep(until: before + .seconds(-3600))
            return contract.clock.now - before < .seconds(60)
        },
        Clause("a sleep whose task is cancelled is interrupted") { contract in
            let outcome = await withTaskGroup(of: Bool.self) { group in
                group.addTask {
                    do throws(Interruption) {
                        try await contract.clock.sleep(for: .seconds(365 * 24 * 3600))
                        return false
                    } catch {
                        return true
                    }
                }
                group.cancelAll()
                return await group.next() ?? false
            }
            return outcome
        },
        Clause("a sleep in a task that was cancelled before is interrupted") { contract in
            let outcome = await withTaskGroup(of: Bool.self) { group in
                group.cancelAll()
                group.addTask {
                    do throws(Interruption) {
                        try await contract.clock.sleep(until: contract.clock.now)
                        return false
                    } catch {
                        return true
                    }
                }
                return await group.next() ?? false
            }
            return outcome
        },
        Clause("the date moves with time") { contract in
            let before = contract.clock.wallTime
            try await contract.clock.sleep(for: contract.pause)
            return contract.clock.wallTime > before
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
