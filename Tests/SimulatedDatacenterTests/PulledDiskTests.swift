import Hardware
import Simulation
import Testing
import World

@testable import SimulatedDatacenter

@Suite("A disk that is pulled out")
struct PulledDiskTests {
    @Test("in the middle of an erasure fails it by name, and so does one that dies")
    func erasure() throws {
        let pulls: [(HardwareFault, DeviceError)] = [
            (.diskUnplugged, .diskGone("/dev/sda", doing: .erase)),
            (.diskDead, .diskDead("/dev/sda")),
        ]
        for (fault, error) in pulls {
            let disk = DiskLab()
            disk.lab.simulator.schedule(at: disk.lab.simulator.now + .milliseconds(500)) {
                disk.inject(fault)
            }
            #expect(try disk.erase() == .failure(error))
        }
    }
}
