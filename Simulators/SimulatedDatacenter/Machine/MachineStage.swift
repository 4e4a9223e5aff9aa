import Simulation

/// What a machine's processors are busy with.
enum MachineStage: Sendable {
    case off
    /// Power-on self test, then one boot device after the other.
    case firmware(SimulatedProcess)
    case running(BootedSystem)
    /// Nothing to boot, or a loader that hangs: only a power cycle helps.
    case stuck

    /// What dies with the power.
    var process: SimulatedProcess? {
        switch self {
        case .firmware(let process): process
        case .running(let booted): booted.process
        case .off, .stuck: nil
        }
    }
}
