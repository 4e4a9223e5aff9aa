import OrderedCollections

/// In which batches a group comes to a new definition: pure.
public enum RollingUpdate {
    public struct Batch: Sendable, Hashable {
        /// How many members the group has after it.
        public let capacity: Int
        /// How many members it makes anew or changes.
        public let changes: Int
    }

    /// - Parameters:
    ///   - target: how many members there are to be.
    ///   - current: how many there are.
    ///   - size: how many may change at once.
    ///   - minimum: how many are to be in service meanwhile; more members are made for it.
    public static func batches(
        target: Int, current: Int, size: Int, minimum: Int
    ) -> [Batch] {
        precondition(size > 0, "A batch changes something.")
        var (batches, current, done): ([Batch], Int, Int) = ([], current, 0)
        while !(done >= current && current == target) {
            let changes = min(size, max(target - done, 0))
            let least = min(minimum, target, current)
            let capacity = changes + max(min(current, target - changes), least)
            batches.append(Batch(capacity: capacity, changes: changes))
            done += changes - max(capacity - max(current, target), 0)
            current = capacity
        }
        return batches
    }

    typealias Members = OrderedDictionary<String, TemplateValue>

    /// The members after a batch.
    ///
    /// - Parameters:
    ///   - old: with their definitions; those to be changed or taken away first come first.
    ///   - names: for new members, in order; at least as many as the batch makes.
    ///   - definition: the new one of a member.
    static func members(
        after batch: Batch, from old: Members, names: [String],
        _ definition: (String) -> TemplateValue
    ) -> Members {
        let kept = old.elements.suffix(batch.capacity)
        var changes = batch.changes - (batch.capacity - kept.count)
        var members: Members = [:]
        for (name, known) in kept {
            let new = definition(name)
            if changes > 0, !known.isSame(as: new) {
                changes -= 1
                members[name] = new
            } else {
                members[name] = known
            }
        }
        for name in names.prefix(batch.capacity - kept.count) { members[name] = definition(name) }
        return members
    }
}
