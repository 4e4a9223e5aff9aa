import Hardware
import OrderedCollections
import Simulation

extension SimulatedMachine {
    /// The version of the board's firmware.
    public var boardFirmware: String { "2.4.1" }

    /// The modules that the last self test found, two for each processor's socket at least.
    public var memoryModules: [MemoryModule] {
        let fitted = specification.memory.bytes
        let count = max(2, min(16, specification.processor.count / 4))
        let found = state.read { $0.findings.contains(.dimmLost) } ? count / 2 : count
        return (0..<found).map { number in
            MemoryModule(
                bank: "bank:\(number)", slot: "DIMM_A\(number + 1)",
                size: ByteCount(bytes: fitted / Int64(count)))
        }
    }
}
