/// One way in which a register may have come to be as it is.
struct Configuration: Hashable {
    /// What it holds.
    var state: Int32
    /// Open operations that have taken effect, by slot.
    var done: UInt64 = 0
    /// Open writes that may have taken effect unseen, right before another write or where the
    /// register held their value anyway; they may also still take effect later.
    var hidden: UInt64 = 0
    /// Groups of operations of unknown outcome that were used, sorted, as often as they were.
    var used: [Int32] = []

    /// Whether everything that can follow `other` can follow this as well.
    ///
    /// - Parameter pure: slots of operations that change nothing.
    func dominates(_ other: Configuration, pure: UInt64) -> Bool {
        guard state == other.state, other.hidden & ~hidden == 0 else { return false }
        guard (other.done & ~done) & pure == 0 else { return false }
        guard (done ^ other.done) & ~hidden & ~pure == 0 else { return false }
        return usesNoMore(than: other)
    }

    private func usesNoMore(than other: Configuration) -> Bool {
        guard used.count <= other.used.count else { return false }
        var place = 0
        for group in used {
            while place < other.used.count, other.used[place] < group { place += 1 }
            guard place < other.used.count, other.used[place] == group else { return false }
            place += 1
        }
        return true
    }

    /// With one more operation of an unknown outcome used.
    func using(_ group: Int32) -> Configuration {
        var next = self
        let place = used.firstIndex { $0 > group } ?? used.count
        next.used.insert(group, at: place)
        return next
    }

    /// Without the slots of `mask`, whose operations have ended.
    func without(_ mask: UInt64) -> Configuration {
        var next = self
        next.done &= ~mask
        next.hidden &= ~mask
        return next
    }
}
