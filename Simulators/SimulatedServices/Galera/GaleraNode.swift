/// A MariaDB server with Galera: one of several that hold the same rows.
///
/// Modelled: views agreed on by their members, of which the one with most of the last primary
/// view's weight goes on; one order of write sets, each of which every member has before it counts;
/// certification; flow control; incremental and full state transfer; what is on disk after a crash,
/// and starting a cluster from it. A view that some members may have and others not counts as well
/// as the last one that all had, until they all have it. Not modelled: `pc.recovery`, transactions
/// of several rows, schema changes, transfer methods that leave the donor writable.
///
/// Sources: Galera's documentation of its parameters and of recovering the primary component.
public struct GaleraNode: ServiceModel {
    public typealias Message = GaleraMessage
    public typealias Call = GaleraCall
    public typealias Answer = GaleraAnswer
    typealias Effects = [ServiceEffect<GaleraMessage, GaleraAnswer>]

    enum Role: Hashable { case down, separate, joining, donor, synced }

    /// A transaction whose write set is on its way.
    struct Transaction {
        let call: CallNumber
        let request: GaleraCall
        let writeSet: WriteSet
        var sent: Duration
    }

    public let name: ServiceNode
    public var options: GaleraOptions
    /// How much slower than healthy it applies write sets.
    public var slowness = 1
    /// A full disk: the server stops at its next write.
    public var isDiskFull = false
    public internal(set) var disk = GaleraDisk()

    var role = Role.down
    // Membership.
    var heard: [ServiceNode: (member: GaleraView.Member, at: Duration)] = [:]
    var promised: GaleraView.ID?
    var proposal: GaleraProposal?
    var decision: GaleraMessage.Decision?
    var view: GaleraView?
    var isPrimary = false
    var committed: GaleraView?
    var installing: GaleraView?
    var left: [GaleraView.Member] = []
    var forcesPrimary = false
    // Order.
    var ordering = GaleraOrder()
    /// The last write set delivered: certified, or kept for after a state transfer.
    var delivered = -1
    var certified: [String: Int] = [:]
    var backlog: [GaleraMessage.Ordered] = []
    var applying: [GaleraApply] = []
    var cache: [GaleraMessage.Ordered] = []
    var transactions: [Transaction] = []
    var nextTransaction = 0
    var paused: [ServiceNode] = []
    var isPausing = false
    // State transfer.
    var donors: [ServiceNode] = []
    /// Which donor was asked, and until when it may take.
    var askedDonor: (until: Duration, index: Int)?
    var transfer: GaleraTransfer?
    var base = -1
    var nextTick: Duration = .zero

    public init(_ name: ServiceNode, options: GaleraOptions) {
        self.name = name
        self.options = options
    }

    public var health: ServiceHealth {
        switch role {
        case .down: .down
        case .synced where isPrimary && view != nil: .serving
        case .separate, .synced: .refusing("non-Primary")
        case .joining: .refusing("Joining")
        case .donor: .refusing("Donor/Desynced")
        }
    }

    public mutating func take(
        _ input: ServiceInput<GaleraMessage, GaleraCall>, at now: Duration
    ) -> [ServiceEffect<GaleraMessage, GaleraAnswer>] {
        var effects: Effects = []
        switch input {
        case .start: start(at: now, &effects)
        case .kill: goDown(&effects, "the server is gone")
        case .stop: stop(&effects)
        case .wake: if role != .down { wake(at: now, &effects) }
        case .call(let call, let number): serve(call, number, at: now, &effects)
        case .message(let message, let sender):
            if role != .down { receive(message, from: sender, at: now, &effects) }
        }
        return effects
    }

    var member: GaleraView.Member {
        GaleraView.Member(node: name, run: disk.runs, weight: options.weight)
    }

    var coordinator: ServiceNode? { view?.members.first?.node }

    private mutating func start(at now: Duration, _ effects: inout Effects) {
        guard role == .down else { return }
        disk.runs += 1
        disk.grastate = -1
        role = .separate
        delivered = disk.recovered
        certified = disk.rows.mapValues(\.sequence)
        nextTick = now
        wake(at: now, &effects)
    }

    private mutating func stop(_ effects: inout Effects) {
        guard role != .down else { return }
        for peer in options.peers where peer != name {
            effects.append(.send(.leave(member), to: peer))
        }
        let isLast =
            isPrimary && (view?.members.allSatisfy { $0 == member || left.contains($0) } ?? false)
        let position = applying.isEmpty ? disk.recovered : -1
        goDown(&effects, "the server shuts down")
        disk.grastate = position
        disk.isSafeToBootstrap = isLast
    }

    mutating func goDown(_ effects: inout Effects, _ reason: String) {
        for transaction in transactions {
            effects.append(.answer(.unknown(reason), to: transaction.call))
        }
        let (name, options, disk) = (name, options, disk)
        let (slowness, isDiskFull) = (slowness, isDiskFull)
        self = GaleraNode(name, options: options)
        (self.disk, self.slowness, self.isDiskFull) = (disk, slowness, isDiskFull)
    }

    private mutating func wake(at now: Duration, _ effects: inout Effects) {
        apply(at: now, &effects)
        finishTransfer(at: now, &effects)
        guard role != .down, now >= nextTick else { return }
        nextTick = now + GaleraTiming.keepalive
        effects.append(.wake(at: nextTick))
        for peer in options.peers where peer != name {
            let alive = GaleraMessage.alive(
                member, cluster: options.clusterName, view: view?.id, received: ordering.received)
            effects.append(.send(alive, to: peer))
        }
        watchMembers(at: now, &effects)
        repeatSubmissions(at: now, &effects)
        askForState(at: now, &effects)
    }
}
