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
    }

    private struct Transfer {
        let number: TransferNumber
        let links: [Int]
        let size: Double
        var remaining: Double
        /// Bytes in a second; 0 where a link is down.
        var rate = 0.0
        var stalledSince: VirtualTime?
    }

    /// What is left of a transfer when it counts as done: far below a byte, far above rounding.
    private static let nothing = 1e-3
    /// What one memory copy moves, for transfers that cross no link at all.
    private static let loopback = 10e9

    private let stallLimit: Duration
    private var links: [Link] = []
    private var transfers: [Transfer] = []
    private var lastNumber: Int64 = 0
    private var settledAt = VirtualTime.zero

    init(stallLimit: Duration) { self.stallLimit = stallLimit }

    /// Transfers under way.
    var count: Int { transfers.count }

    mutating func addLink(_ capacity: Bandwidth) -> LinkNumber {
        let speed = capacity.bytesPerSecond
        links.append(Link(speed: speed, capacity: speed))
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
        let indices = path.map(\.index)
        for index in indices { links[index].transfers += 1 }
        transfers.append(
            Transfer(number: number, links: indices, size: bytes, remaining: bytes)
        )
        share(at: now)
        return number
    }

    /// Takes a transfer out before its end.
    ///
    /// - Returns: how much had arrived; nil if there is no such transfer.
    mutating func cancel(_ number: TransferNumber, at now: VirtualTime) -> ByteCount? {
        settle(at: now)
        guard let index = transfers.firstIndex(where: { $0.number == number }) else { return nil }
        let transfer = remove(at: index)
        share(at: now)
        return ByteCount(bytes: Int64(transfer.size - transfer.remaining))
    }

    /// - Returns: whether that changed anything for a transfer.
    mutating func setLink(_ link: LinkNumber, isUp: Bool, at now: VirtualTime) -> Bool {
        guard links[link.index].isUp != isUp else { return false }
        links[link.index].isUp = isUp
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
        guard links[link.index].transfers > 0 else { return false }
        settle(at: now)
        share(at: now)
        return true
    }

    /// When the next transfer ends if nothing else happens before; nil where none will.
    var nextEnd: VirtualTime? {
        var next: VirtualTime?
        for transfer in transfers {
            let end = self.end(of: transfer)
            if next.map({ end < $0 }) ?? true { next = end }
        }
        return next
    }

    /// Takes out what has ended by `now`, in the order in which it began.
    mutating func takeEnded(
        at now: VirtualTime
    ) -> [(number: TransferNumber, end: TransferEnd, arrived: ByteCount)] {
        settle(at: now)
        var ended: [(number: TransferNumber, end: TransferEnd, arrived: ByteCount)] = []
        for transfer in transfers where end(of: transfer) <= now {
            let isComplete = transfer.remaining <= Self.nothing
            let arrived = ByteCount(bytes: Int64(transfer.size - max(0, transfer.remaining)))
            ended.append((transfer.number, isComplete ? .complete : .stalled, arrived))
        }
        guard !ended.isEmpty else { return [] }
        for index in transfers.indices.reversed() where end(of: transfers[index]) <= now {
            remove(at: index)
        }
        share(at: now)
        return ended
    }

    private func end(of transfer: Transfer) -> VirtualTime {
        if transfer.remaining <= Self.nothing { return settledAt }
        if let since = transfer.stalledSince { return since + stallLimit }
        // Rounded up to whole nanoseconds, so that at that moment nothing is left.
        let nanoseconds = (transfer.remaining / transfer.rate * 1e9).rounded(.up)
        return settledAt + .nanoseconds(Int64(nanoseconds))
    }

    /// Lets all transfers run on to `now` at the rates they had.
    private mutating func settle(at now: VirtualTime) {
        let seconds = Double(now.nanoseconds - settledAt.nanoseconds) / 1e9
        settledAt = now
        guard seconds > 0 else { return }
        for index in transfers.indices {
            transfers[index].remaining -= transfers[index].rate * seconds
        }
    }

    /// Gives every transfer its share anew.
    private mutating func share(at now: VirtualTime) {
        for index in transfers.indices {
            var rate = Self.loopback
            for link in transfers[index].links {
                guard links[link].isUp else {
                    rate = 0
                    break
                }
                rate = min(rate, links[link].capacity / Double(links[link].transfers))
            }
            transfers[index].rate = rate
            if rate > 0 {
                transfers[index].stalledSince = nil
            } else if transfers[index].stalledSince == nil {
                transfers[index].stalledSince = now
            }
        }
    }

    @discardableResult
    private mutating func remove(at index: Int) -> Transfer {
        for link in transfers[index].links { links[link].transfers -= 1 }
        return transfers.remove(at: index)
    }
}
