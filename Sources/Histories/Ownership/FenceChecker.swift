/// A node that was fenced writes nothing until it is started anew.
public struct FenceChecker: Sendable {
    static let rule = "nothing written after a fence"

    public init() {}

    /// The first such write.
    public func check(_ writes: [NodeWrite], fences: [Fence]) -> Verdict {
        var byNode: [String: [Fence]] = [:]
        for fence in fences { byNode[fence.node, default: []].append(fence) }
        let breaches = writes.enumerated().compactMap { place, write in
            byNode[write.node]?.first { $0.covers(write.at) }.map { (place, write, $0) }
        }
        guard let (_, write, fence) = breaches.min(by: { ($0.1.at, $0.0) < ($1.1.at, $1.0) })
        else { return .holds }
        let more = breaches.count > 1 ? " It was the first of \(breaches.count)." : ""
        return .violated(
            Contradiction(
                rule: Self.rule, object: write.object, operations: [],
                paragraph: "\(write.node) was fenced at \(fence.from.secondsText) and wrote "
                    + "\(write.what) to \(write.object) at \(write.at.secondsText), "
                    + "\((write.at - fence.from).secondsText) later.\(more)"))
    }
}

extension Fence {
    /// Whether the node is cut off then. What it wrote in the moment of its fencing came before.
    func covers(_ moment: Duration) -> Bool {
        moment > from && (until.map { moment < $0 } ?? true)
    }
}
