import World

/// How a cloud came to rest after something had happened to it.
struct Recovery {
    /// How long it was until something was under way; nil where nothing ever was.
    let reaction: Duration?
    /// How long it was until all was calm again, or from the start; nil where that never came.
    let calm: Duration?

    /// - Parameter calm: the times at which nothing was under way, in order.
    init(from began: Tick, in calm: [Stretch], until end: Tick) {
        let index = calm.partitioningIndex { ($0.ended ?? end) > began }
        guard index < calm.count else {
            (reaction, self.calm) = (.zero, nil)
            return
        }
        guard calm[index].began <= began else {
            (reaction, self.calm) = (.zero, calm[index].began - began)
            return
        }
        guard let broken = calm[index].ended, broken < end else {
            (reaction, self.calm) = (nil, .zero)
            return
        }
        reaction = broken - began
        self.calm = index + 1 < calm.count ? calm[index + 1].began - began : nil
    }

    var reactionText: String {
        switch reaction {
        case nil: "none"
        case .zero?: "it was not calm"
        case let time?: "after \(time.clockText)"
        }
    }

    var text: String {
        guard reaction != nil else { return "it stayed calm" }
        return calm.map { "after \($0.clockText)" } ?? "not until the end"
    }
}
