/// What of a fault budget the faults drawn so far have used.
struct Spending {
    /// Members that may be gone at the same time; nil where anything goes.
    let members: Int?
    private var windows: [ClosedRange<Double>?] = []
    private var destroyed = 0

    init(members: Int?) { self.members = members }

    /// Whether one more fault is within the budget; it is spent then.
    ///
    /// - Parameter window: when it may be in force, in seconds of the run; nil for any time.
    mutating func allows(_ harm: FaultHarm, within window: ClosedRange<Double>?) -> Bool {
        guard let members, harm != .mild else { return true }
        if harm == .destructive {
            guard destroyed < members else { return false }
            destroyed += 1
        }
        let overlapping = windows.count { other in
            guard let other, let window else { return true }
            return other.overlaps(window)
        }
        // One machine may be gone where nobody has its state twice: it comes back with it.
        guard overlapping < max(1, members) else { return false }
        windows.append(window)
        return true
    }
}
