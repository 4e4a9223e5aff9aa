/// The order of write sets within one view.
struct GaleraOrder {
    /// Received and not delivered, by place.
    var queue: [Int: WriteSet] = [:]
    /// All up to here were received, and are known to have been by all members.
    var received = -1
    var stable = -1
    /// The coordinator's: the last that was given out, what each member has, and what was ordered.
    var last = -1
    var progress: [ServiceNode: Int] = [:]
    var known: Set<WriteSet.ID> = []

    /// A view's order goes on after `base`.
    init(after base: Int = -1) { (received, stable, last) = (base, base, base) }

    /// What is queued, in order.
    var pending: [GaleraMessage.Ordered] {
        queue.keys.sorted().compactMap { place in
            queue[place].map { GaleraMessage.Ordered(sequence: place, writeSet: $0) }
        }
    }

    mutating func receive(_ ordered: GaleraMessage.Ordered) {
        guard ordered.sequence > received else { return }
        queue[ordered.sequence] = ordered.writeSet
        while queue[received + 1] != nil { received += 1 }
    }
}
