import Hardware
import Simulation
import World

extension SimulatedMachine {
    /// The last of its supplies has no current any more.
    func loseMains() {
        fabric.recorder.record(SiteEvent.mains(name, .began))
        state.write {
            $0.notePowerLoss()
            $0.hasMains = false
        }
        switchOff()
    }

    /// One of its supplies has current again.
    func regainMains() {
        fabric.recorder.record(SiteEvent.mains(name, .ended))
        state.write { $0.hasMains = true }
        restore()
    }

    /// The controller starts, and the machine does what its firmware says of a supply that is
    /// back: neither waits for the other.
    func restore() {
        guard state.read({ $0.hasMains && !$0.faults.contains(.powerLoss) }) else { return }
        let simulator = fabric.simulator
        let start = simulator.now + timing.draw(\.controllerStart, for: .controller)
        state.write {
            $0.controller.backAt = start
            $0.controller.life += 1
            switch specification.restorePolicy {
            case .last: break
            case .alwaysOn: $0.comesBackOn = true
            case .alwaysOff: $0.comesBackOn = false
            }
        }
        log(.powerSupplyLost, .critical, "power supply: input lost")
        guard state.read({ $0.comesBackOn }) else { return }
        simulator.schedule(at: simulator.now + drawRestoreDelay()) { [self] in
            if state.read({ $0.comesBackOn && $0.hasPower }) { accept(.on) }
        }
    }

    /// Tells the grid what the machine draws now.
    func updateDraw() {
        let rating = specification.rating
        let now = fabric.simulator.now
        let watts = state.read { state in
            guard state.power == .on else { return rating.standby }
            if state.inrushEnd > now { return rating.inrush }
            if case .running(let booted) = state.stage, case .disk = booted.system {
                return rating.idle
            }
            return rating.busy
        }
        fabric.grid.draw(watts, by: outlet.read { $0 })
    }

    /// A machine that comes on draws more at first. Where no breaker can notice, nobody reckons it.
    func beginInrush(_ origin: PowerOrigin) {
        guard fabric.grid.isLimited, state.read({ $0.power == .off && $0.hasPower }) else { return }
        let end = fabric.simulator.now + specification.rating.inrushDuration
        state.write { $0.inrushEnd = end }
        if origin == .controller {
            fabric.grid.noteCommandedStart(of: outlet.read { $0 }, until: end)
        }
        fabric.simulator.schedule(at: end) { [self] in updateDraw() }
    }

    private func drawRestoreDelay() -> Duration {
        let range = specification.restoreDelay
        guard range.lowerBound < range.upperBound else { return range.lowerBound }
        let seconds =
            Double(range.lowerBound.nanoseconds) / 1e9...Double(range.upperBound.nanoseconds) / 1e9
        return .seconds(timing.draw(in: seconds, for: .power))
    }
}
