/// What something was from when on, as numbers whose meaning its owner knows.
public struct Track: Sendable, Hashable {
    public struct Change: Sendable, Hashable {
        public let at: Tick
        public let value: Int32
    }

    /// A value and the time it lasted.
    public struct Stay: Sendable, Hashable {
        public let value: Int
        public let began: Tick
        public let ended: Tick
    }

    public private(set) var changes: [Change] = []

    public init() {}

    /// What it is now; nil before the first change.
    public var value: Int? { changes.last.map { Int($0.value) } }

    /// - Returns: whether it is a change, and was kept.
    @discardableResult
    public mutating func set(_ value: Int, at tick: Tick) -> Bool {
        guard self.value != value, changes.count < ChronicleLimits.changesPerTrack else {
            return false
        }
        changes.append(Change(at: tick, value: Int32(clamping: value)))
        return true
    }

    /// What it was at a moment.
    public func value(at tick: Tick) -> Int? {
        let after = changes.partitioningIndex { $0.at > tick }
        return after > 0 ? Int(changes[after - 1].value) : nil
    }

    /// Everything it was, until `end`.
    public func stays(until end: Tick) -> [Stay] {
        changes.indices.map { index in
            let ended = index + 1 < changes.count ? changes[index + 1].at : max(end, .zero)
            return Stay(value: Int(changes[index].value), began: changes[index].at, ended: ended)
        }
    }
}

extension Array {
    /// The first place from which on `belongs` holds, in an array where it holds from some place
    /// on.
    func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
