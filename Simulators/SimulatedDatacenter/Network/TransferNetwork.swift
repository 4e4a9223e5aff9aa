import Hardware
import Simulation

/// Who gets how much bandwidth: a value that is told what begins, ends and breaks.
///
/// A link is shared equally by the transfers on it, and a transfer goes as fast as its slowest
/// link lets it: min over its links of capacity / transfers. What a slower link leaves over is not
/// handed to the others, so the sum on a link may lie below its capacity; TCP does better, and
/// deployments over one server hardly tell the difference.
struct TransferNetwork {
    private struct Link {
        let speed: Double
        var condition = LinkCondition.ordinary
        var capacity: Double
        var isUp = true
        var transfers = 0

        /// What each transfer on it gets, in bytes a second; 0 where it is down.
        var share: Double { isUp ? capacity / Double(transfers) : 0 }
    }

    /// What is left of a transfer when it counts as done: far below a byte, far above rounding.
    private static let nothing = 1e-3
    /// What one memory copy moves, for transfers that cross no link at all.
    private static let loopback = 10e9
    /// Stands for what is not on a transfer's way.
    private static let noLink: Int32 = 0

    private let stallLimit: Duration
    /// The first is no link: everything is on it, and it holds up nothing.
    private var links: [Link] = []
    /// Of the links, in their order.
    private var shares: [Double] = []
    private var lastNumber: Int64 = 0
    private var settledAt = VirtualTime.zero

    // Transfers under way, in the order in which they began. A thousand of them are gone through
    // whenever one begins or ends, so that what is needed for that lies together.

    private var numbers: [Int64] = []
    private var sizes: [Double] = []
    private var remaining: [Double] = []
    /// Bytes in a second; 0 where a link is down.
    private var rates: [Double] = []
    private var stalledSince: [VirtualTime?] = []
    /// How many of them are stalled.
    private var stalls = 0
    /// The links of each, as many places as the longest way has.
    private var ways: [Int32] = []
    private var width = 4

    init(stallLimit: Duration) {
        self.stallLimit = stallLimit
        _ = addLink(Bandwidth(bytesPerSecond: Self.loopback))
        shares[Int(Self.noLink)] = Self.loopback
    }

    /// Transfers under way.
    var count: Int { numbers.count }

    mutating func addLink(_ capacity: Bandwidth) -> LinkNumber {
        let speed = capacity.bytesPerSecond
        links.append(Link(speed: speed, capacity: speed))
        shares.append(speed)
        return LinkNumber(index: links.count - 1)
    }

    mutating func begin(
        _ size: ByteCount,
        over path: [LinkNumber],
        at now: VirtualTime
    ) -> TransferNumber {
        settle(at: now)
        lastNumber += 1
        let number = TransferNumber(value: lastNumber)
        let bytes = Double(size.bytes)
        numbers.append(number.value)
        sizes.append(bytes)
        remaining.append(bytes)
        rates.append(0)
        stalledSince.append(nil)
        enter(path)
        share(at: now)
        return number
    }

    /// Takes a transfer out before its end.
    ///
    /// - Returns: how much had arrived; nil if there is no such transfer.
    mutating func cancel(_ number: TransferNumber, at now: VirtualTime) -> ByteCount? {
        settle(at: now)
        guard let index = index(of: number) else { return nil }
        let arrived = sizes[index] - remaining[index]
        remove(at: index)
        share(at: now)
        return ByteCount(bytes: Int64(arrived))
    }

    /// - Returns: whether that changed anything for a transfer.
    mutating func setLink(_ link: LinkNumber, isUp: Bool, at now: VirtualTime) -> Bool {
        guard links[link.index].isUp != isUp else { return false }
        links[link.index].isUp = isUp
        shares[link.index] = links[link.index].share
        guard links[link.index].transfers > 0 else { return false }
        settle(at: now)
        share(at: now)
        return true
    }

    /// A link gets faster or slower, and what moves over it with it.
    ///
    /// - Returns: whether that changed anything for a transfer.
    mutating func setCapacity(
        of link: LinkNumber, to capacity: Bandwidth, at now: VirtualTime
    ) -> Bool {
        guard links[link.index].capacity != capacity.bytesPerSecond else { return false }
        settle(at: now)
        links[link.index].capacity = capacity.bytesPerSecond
        shares[link.index] = links[link.index].share
        guard links[link.index].transfers > 0 else { return false }
        share(at: now)
        return true
    }

    /// - Returns: whether that changed anything for a transfer.
    mutating func slow(
        _ link: LinkNumber, _ condition: LinkCondition, at now: VirtualTime
    ) -> Bool {
        guard links[link.index].condition != condition else { return false }
        links[link.index].condition = condition
        links[link.index].capacity = links[link.index].speed * condition.rawValue
        shares[link.index] = links[link.index].share
        guard links[link.index].transfers > 0 else { return false }
        settle(at: now)
        share(at: now)
        return true
    }

    /// When the next transfer ends if nothing else happens before; nil where none will.
    var nextEnd: VirtualTime? {
        guard !numbers.isEmpty else { return nil }
        var seconds = Double.infinity
        for index in numbers.indices where rates[index] > 0 {
            seconds = min(seconds, remaining[index] / rates[index])
        }
        var next = stalls > 0 ? firstStallEnd : nil
        if seconds < .infinity {
            // Rounded up to whole nanoseconds, so that at that moment nothing is left.
            let end = settledAt + .nanoseconds(Int64(max(0, seconds * 1e9).rounded(.up)))
            next = min(next ?? end, end)
        }
        return remaining.contains { $0 <= Self.nothing } ? settledAt : next
    }

    /// Takes out what has ended by `now`, in the order in which it began.
    mutating func takeEnded(
        at now: VirtualTime
    ) -> [(number: TransferNumber, end: TransferEnd, arrived: ByteCount)] {
        settle(at: now)
        var ended: [(number: TransferNumber, end: TransferEnd, arrived: ByteCount)] = []
        for index in numbers.indices.reversed() {
            let isComplete = remaining[index] <= Self.nothing
            guard isComplete || (stalls > 0 && hasGivenUp(index, at: now)) else { continue }
            let arrived = ByteCount(bytes: Int64(sizes[index] - max(0, remaining[index])))
            let number = TransferNumber(value: numbers[index])
            ended.append((number, isComplete ? .complete : .stalled, arrived))
            remove(at: index)
        }
        guard !ended.isEmpty else { return [] }
        share(at: now)
        return ended.reversed()
    }

    private var firstStallEnd: VirtualTime? {
        stalledSince.lazy.compactMap { $0 }.min().map { $0 + stallLimit }
    }

    private func hasGivenUp(_ index: Int, at now: VirtualTime) -> Bool {
        stalledSince[index].map { $0 + stallLimit <= now } ?? false
    }

    /// Lets all transfers run on to `now` at the rates they had.
    private mutating func settle(at now: VirtualTime) {
        let seconds = Double(now.nanoseconds - settledAt.nanoseconds) / 1e9
        settledAt = now
        guard seconds > 0 else { return }
        for index in numbers.indices { remaining[index] -= rates[index] * seconds }
    }

    /// Gives every transfer its share anew.
    private mutating func share(at now: VirtualTime) {
        for index in numbers.indices {
            var rate = Self.loopback
            for place in index * width..<(index + 1) * width {
                rate = min(rate, shares[Int(ways[place])])
            }
            rates[index] = rate
            if rate > 0 {
                if stalls > 0 { goOn(index) }
            } else if stalledSince[index] == nil {
                stalledSince[index] = now
                stalls += 1
            }
        }
    }

    private mutating func goOn(_ index: Int) {
        guard stalledSince[index] != nil else { return }
        stalledSince[index] = nil
        stalls -= 1
    }

    /// Puts the newest transfer on its way.
    private mutating func enter(_ path: [LinkNumber]) {
        if path.count > width { widen(to: path.count) }
        for link in path {
            links[link.index].transfers += 1
            shares[link.index] = links[link.index].share
            ways.append(Int32(link.index))
        }
        ways.append(contentsOf: repeatElement(Self.noLink, count: width - path.count))
    }

    private mutating func widen(to wider: Int) {
        let filling = repeatElement(Self.noLink, count: wider - width)
        ways = stride(from: 0, to: ways.count, by: width).flatMap {
            ways[$0..<$0 + width] + filling
        }
        width = wider
    }

    private func index(of number: TransferNumber) -> Int? {
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < number.value { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && numbers[low] == number.value ? low : nil
    }

    private mutating func remove(at index: Int) {
        let way = index * width..<(index + 1) * width
        for link in ways[way] where link != Self.noLink {
            links[Int(link)].transfers -= 1
            shares[Int(link)] = links[Int(link)].share
        }
        ways.removeSubrange(way)
        goOn(index)
        numbers.remove(at: index)
        sizes.remove(at: index)
        remaining.remove(at: index)
        rates.remove(at: index)
        stalledSince.remove(at: index)
    }
}
