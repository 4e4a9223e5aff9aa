import Hardware
import Synchronization

/// What is known of a domain, and what it has been asked for, between the thread that answers for
/// it and the task that speaks to its hypervisor.
final class DomainMirror: Sendable {
    enum Order: Sendable, Hashable {
        case look
        case perform(ChassisAction)
        case boot(BootOverride?)
        /// The system that runs is asked to restart.
        case restart
        /// The guest has restarted by itself.
        case guestRestarted
    }

    struct View: Sendable {
        var power = PowerState.off
        var override: BootOverride?
        /// Whether the last look found anything.
        var isKnown = false
        /// Overrides that were ordered and are not yet carried out.
        var pending = 0
        /// A second look would see nothing that the first does not.
        var isLookOrdered = false
        /// Nothing but what is written into it by those who speak to the controller: hypervisors
        /// keep none.
        var log = SystemEventLog()
        var indicator = IndicatorState.off
    }

    let controller: LibvirtController
    let line: DomainLine
    let facts: MachineFacts
    let orders: AsyncStream<Order>
    private let desk: AsyncStream<Order>.Continuation
    private let state = Mutex(View())

    init(_ controller: LibvirtController, _ facts: MachineFacts) {
        self.controller = controller
        self.facts = facts
        line = DomainLine(controller)
        (orders, desk) = AsyncStream.makeStream(
            bufferingPolicy: .bufferingOldest(LibvirtLimits.orders))
    }

    var view: View { state.withLock(\.self) }

    func order(_ order: Order) {
        let isNew = state.withLock { view in
            switch order {
            case .boot(let override):
                // Whoever asks next is told what was asked for, as by a controller that keeps it.
                view.override = override
                view.pending += 1
            case .look:
                defer { view.isLookOrdered = true }
                return !view.isLookOrdered
            case .perform, .restart, .guestRestarted: break
            }
            return true
        }
        guard isNew else { return }
        guard case .enqueued = desk.yield(order) else {
            if case .boot = order { settleBoot() }
            return
        }
    }

    func beginLook() { state.withLock { $0.isLookOrdered = false } }

    /// One order of an override is carried out, or refused.
    func settleBoot() { state.withLock { $0.pending -= 1 } }

    func show(_ power: PowerState, _ override: BootOverride?) {
        state.withLock {
            $0.power = power
            if $0.pending == 0 { $0.override = override }
            $0.isKnown = true
        }
    }

    func keep(_ log: SystemEventLog) { state.withLock { $0.log = log } }

    func show(_ indicator: IndicatorState) { state.withLock { $0.indicator = indicator } }

    func lose() { state.withLock { $0.isKnown = false } }
}
