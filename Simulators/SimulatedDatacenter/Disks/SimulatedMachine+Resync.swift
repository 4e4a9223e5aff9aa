public import Hardware
import Simulation
import World

/// An installed system that runs from an array, or beside one, puts disks back into it: mdadm's
/// policy for what appears in the place of a lost disk (mdadm.conf(5), `POLICY` with the actions
/// `spare-same-slot` and `re-add`). A ramdisk's agent assembles arrays, and fills nothing.
extension SimulatedMachine {
    /// What an installed system's monitor tells of arrays that are not whole (mdadm(8),
    /// `--monitor`).
    public var softwareRAIDConditions: [SoftwareRAIDCondition] {
        state.read { state in
            state.arrays.compactMap { array in
                let missing = array.components.filter { $0.standing != .current }
                guard !missing.isEmpty else { return nil }
                let isFilling = missing.contains { $0.standing != .stale }
                return SoftwareRAIDCondition(
                    volume: array.volume, isFilling ? .recovering : .degraded)
            }
        }
    }

    /// Begins to fill what is there and was left behind.
    func fillArrays() {
        guard system?.isInstalled == true else { return }
        for array in state.read({ $0.arrays }) where array.survives(isThere) {
            for (place, component) in array.components.enumerated()
            where component.standing == .stale && isThere(component.holder) {
                fill(place, of: array)
            }
        }
    }

    private func fill(_ place: Int, of array: SoftwareArray) {
        let component = array.components[place]
        let number = array.fillings + 1
        changeArray(array.number) {
            $0.fillings = number
            $0.components[place].standing = .filling(number)
        }
        settleHolders()
        log(.other, .informational, "\(array.name): recovery started")
        let size = component.room.upperBound - component.room.lowerBound
        let rate = min(
            timing.profile.resyncRate.bytesPerSecond, timing.diskWriteRate.bytesPerSecond)
        let simulator = fabric.simulator
        simulator.schedule(at: simulator.now + .seconds(Double(size) / rate)) { [self] in
            finishFilling(number, of: array.number)
        }
    }

    /// A machine that did not run all the while begins anew when it starts again.
    private func finishFilling(_ number: Int, of array: DiskNumber) {
        let isRunning = system?.isInstalled == true
        var name: String?
        changeArray(array) { array in
            guard
                let place = array.components.firstIndex(where: { $0.standing == .filling(number) })
            else { return }
            array.components[place].standing = isRunning ? .current : .stale
            name = array.name
        }
        guard let name else { return }
        settleHolders()
        if isRunning { log(.other, .informational, "\(name): recovery finished") }
    }

    /// Ends what was under way when the system that did it ended.
    func breakOffFilling() {
        for array in state.read({ $0.arrays }) {
            changeArray(array.number) { array in
                for place in array.components.indices {
                    guard case .filling = array.components[place].standing else { continue }
                    array.components[place].standing = .stale
                }
            }
        }
    }

    private func changeArray(_ number: DiskNumber, _ change: (inout SoftwareArray) -> Void) {
        state.write { state in
            guard let index = state.arrays.firstIndex(where: { $0.number == number }) else {
                return
            }
            change(&state.arrays[index])
        }
    }
}
