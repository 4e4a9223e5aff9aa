import Hardware
import OrderedCollections
import Simulation

/// Moves files over the datacenter's links, each as fast as its share allows.
///
/// One timer is armed for the next end of any transfer, whatever their number: a timer that comes
/// up early because rates fell looks again and arms the next.
final class SimulatedTransfers: Sendable {
    private struct State {
        var network: TransferNetwork
        var receivers: [TransferNumber: Receiver] = [:]
        var armedFor: VirtualTime?
    }

    private struct Receiver {
        let wakeup: Wakeup
        var end: (TransferEnd, ByteCount)?
    }

    private let simulator: Simulator
    private let stallLimit: Duration
    private let state: Confined<State>

    init(_ simulator: Simulator, stallLimit: Duration) {
        self.simulator = simulator
        self.stallLimit = stallLimit
        state = Confined(simulator, State(network: TransferNetwork(stallLimit: stallLimit)))
    }

    func addLink(_ capacity: Bandwidth) -> LinkNumber {
        state.write { $0.network.addLink(capacity) }
    }

    func setLink(_ link: LinkNumber, isUp: Bool) {
        if state.write({ $0.network.setLink(link, isUp: isUp, at: simulator.now) }) { arm() }
    }

    func setCapacity(of link: LinkNumber, to capacity: Bandwidth) {
        if state.write({ $0.network.setCapacity(of: link, to: capacity, at: simulator.now) }) {
            arm()
        }
    }

    func slow(_ link: LinkNumber, _ condition: LinkCondition) {
        if state.write({ $0.network.slow(link, condition, at: simulator.now) }) { arm() }
    }

    /// Moves `size` over all of `path` at once; returns when the last byte has arrived.
    func move(
        _ size: ByteCount,
        over path: [LinkNumber],
        what: String,
        by process: SimulatedProcess
    ) async throws(TransferError) {
        let number = Confined<TransferNumber?>(simulator, nil)
        do {
            try await process.wait(WaitReason("downloads", what)) { wakeup in
                let begun = begin(size, over: path, wakeup)
                number.write { $0 = begun }
            }
        } catch {
            let arrived = number.read { $0 }.flatMap(abandon) ?? .zero
            throw .stopped(arrived: arrived)
        }
        guard let begun = number.read({ $0 }), let (end, arrived) = takeEnd(of: begun) else {
            preconditionFailure("A transfer's receiver is woken by its end.")
        }
        if end == .stalled { throw .stalled(after: stallLimit, arrived: arrived) }
    }

    private func begin(
        _ size: ByteCount,
        over path: [LinkNumber],
        _ wakeup: Wakeup
    ) -> TransferNumber {
        let number = state.write {
            let number = $0.network.begin(size, over: path, at: simulator.now)
            $0.receivers[number] = Receiver(wakeup: wakeup)
            return number
        }
        arm()
        return number
    }

    /// The receiver was stopped: its transfer ends, and what had arrived is told.
    private func abandon(_ number: TransferNumber) -> ByteCount? {
        let arrived: ByteCount? = state.write {
            let receiver = $0.receivers.removeValue(forKey: number)
            return $0.network.cancel(number, at: simulator.now) ?? receiver?.end?.1
        }
        arm()
        return arrived
    }

    private func takeEnd(of number: TransferNumber) -> (TransferEnd, ByteCount)? {
        state.write { $0.receivers.removeValue(forKey: number)?.end }
    }

    private func arm() {
        let next: VirtualTime? = state.write {
            guard let next = $0.network.nextEnd else { return nil }
            if let armed = $0.armedFor, armed <= next { return nil }
            $0.armedFor = next
            return next
        }
        guard let next else { return }
        simulator.schedule(at: next) { [self] in tick(next) }
    }

    private func tick(_ deadline: VirtualTime) {
        let wakeups: [Wakeup] = state.write {
            guard $0.armedFor == deadline else { return [] }
            $0.armedFor = nil
            var wakeups: [Wakeup] = []
            for (number, end, arrived) in $0.network.takeEnded(at: simulator.now) {
                guard let wakeup = $0.receivers[number]?.wakeup else { continue }
                $0.receivers[number]?.end = (end, arrived)
                wakeups.append(wakeup)
            }
            return wakeups
        }
        for wakeup in wakeups { wakeup.wake() }
        arm()
    }
}
