import Hardware
import Simulation

/// What every PDU carries: a value that is told what is drawn, what fails and what comes back.
///
/// Loads are sums kept up to date with each change, so a machine that does nothing new costs
/// nothing. A machine with several supplies draws evenly from those that have current.
struct PowerNetwork {
    /// What follows from a change, to be carried out by whoever made it.
    enum Effect: Sendable {
        case darkened(Int)
        case lit(Int)
        /// The breaker will open at that moment if nothing changes before.
        case watch(pdu: Int, at: VirtualTime, ticket: Int)
    }

    struct PDU: Sendable {
        let name: PDUName
        let rack: RackName
        let feed: FeedName
        var isFed = true
        var isClosed = true
        /// Whether a fault keeps its breaker open.
        var isFaulty = false
        var load = 0.0
        var isLive: Bool { isFed && isClosed && !isFaulty }
        /// Those plugged in, in order.
        fileprivate(set) var consumers: [Int] = []
        fileprivate var heat = 0.0
        fileprivate var settledAt = VirtualTime.zero
        fileprivate var ticket = 0
    }

    struct Consumer: Sendable {
        let pdus: [Int]
        var watts = 0.0
        var isFirstSupplyDead = false
        /// PDUs that feed it now.
        fileprivate(set) var sources: [Int] = []
        var isLit: Bool { !sources.isEmpty }
    }

    let limit: Double?
    private(set) var pdus: [PDU] = []
    private(set) var consumers: [Consumer] = []

    init(limit: Watts?) { self.limit = limit?.watts }

    mutating func addPDU(_ name: PDUName, rack: RackName, feed: FeedName) -> Int {
        pdus.append(PDU(name: name, rack: rack, feed: feed))
        return pdus.count - 1
    }

    /// Plugs a machine in; it is lit from the beginning.
    mutating func plug(into sockets: [Int]) -> Int {
        precondition(!sockets.isEmpty, "A machine has a supply.")
        var consumer = Consumer(pdus: sockets)
        consumer.sources = sockets
        consumers.append(consumer)
        let number = consumers.count - 1
        for pdu in sockets { pdus[pdu].consumers.append(number) }
        return number
    }

    /// A machine draws another amount from now on.
    mutating func draw(_ watts: Double, by number: Int, at now: VirtualTime) -> [Effect] {
        let sources = consumers[number].sources
        guard watts != consumers[number].watts else { return [] }
        let change = (watts - consumers[number].watts) / Double(max(1, sources.count))
        consumers[number].watts = watts
        return sources.flatMap { add(change, to: $0, at: now) }
    }

    /// One of a machine's supplies dies or is replaced.
    mutating func setFirstSupply(
        isDead: Bool, of number: Int, at now: VirtualTime
    ) -> [Effect] {
        consumers[number].isFirstSupplyDead = isDead
        return refresh(number, at: now)
    }

    /// A PDU loses or gets back its feed, or its breaker opens or is closed.
    ///
    /// - Returns: what follows; nobody is lit again by this, but by ``refresh(_:at:)``.
    mutating func change(
        _ pdu: Int, at now: VirtualTime, _ change: (inout PDU) -> Void
    ) -> [Effect] {
        let wasLive = pdus[pdu].isLive
        settle(pdu, at: now)
        change(&pdus[pdu])
        guard wasLive, !pdus[pdu].isLive else { return [] }
        pdus[pdu].heat = 0
        pdus[pdu].ticket += 1
        return pdus[pdu].consumers.flatMap { refresh($0, at: now) }
    }

    /// Takes note of which of its PDUs feed a machine.
    mutating func refresh(_ number: Int, at now: VirtualTime) -> [Effect] {
        let consumer = consumers[number]
        let usable = consumer.isFirstSupplyDead ? consumer.pdus.dropFirst() : consumer.pdus[...]
        let sources = usable.filter { pdus[$0].isLive }
        guard sources != consumer.sources else { return [] }
        consumers[number].sources = sources
        var effects: [Effect] = []
        for pdu in consumer.sources {
            effects += add(-consumer.watts / Double(consumer.sources.count), to: pdu, at: now)
        }
        for pdu in sources {
            effects += add(consumer.watts / Double(sources.count), to: pdu, at: now)
        }
        if consumer.sources.isEmpty { effects.append(.lit(number)) }
        if sources.isEmpty { effects.append(.darkened(number)) }
        return effects
    }

    /// Whether a breaker whose moment has come is still about to open.
    func opens(_ pdu: Int, ticket: Int) -> Bool {
        pdus[pdu].isLive && pdus[pdu].ticket == ticket
    }

    private mutating func add(_ watts: Double, to pdu: Int, at now: VirtualTime) -> [Effect] {
        settle(pdu, at: now)
        pdus[pdu].load += watts
        guard let limit else { return [] }
        pdus[pdu].ticket += 1
        let load = pdus[pdu].load / limit
        guard pdus[pdu].isLive,
            let remaining = BreakerCurve.remaining(at: load, heat: pdus[pdu].heat)
        else { return [] }
        return [.watch(pdu: pdu, at: now + remaining, ticket: pdus[pdu].ticket)]
    }

    /// Lets a breaker's bimetal warm or cool up to now at the load it had.
    private mutating func settle(_ pdu: Int, at now: VirtualTime) {
        let seconds = Double(now.nanoseconds - pdus[pdu].settledAt.nanoseconds) / 1e9
        pdus[pdu].settledAt = now
        guard let limit, seconds > 0, pdus[pdu].isLive else { return }
        let gained = BreakerCurve.heating(at: pdus[pdu].load / limit) * seconds
        pdus[pdu].heat = max(0, pdus[pdu].heat + gained)
    }
}
