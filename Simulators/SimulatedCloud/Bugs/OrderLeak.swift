import Hardware
import Simulation

/// Something that looks at every machine once, in an order that hangs on how the process hashes:
/// ``CloudBug/orderLeaks``.
///
/// Nothing that is looked at changes, so that no checker can see it; two processes with the same
/// seed differ all the same.
enum OrderLeak {
    static func begin(_ simulator: Simulator, _ machines: [MachineName]) {
        // A set's order is seeded in each process anew, unless its environment says otherwise.
        for machine in Set(machines) {
            simulator.schedule(at: .zero) { simulator.record("patrol", machine.text) }
        }
    }
}
