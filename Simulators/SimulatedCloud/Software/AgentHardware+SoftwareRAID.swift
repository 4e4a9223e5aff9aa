import Hardware
import NodeAgent
import SimulatedDatacenter
import Simulation

extension AgentHardware {
    func softwareRAID() async throws(HardwareAccessError) -> [SoftwareRAIDDevice] {
        guard process.isAlive else { throw .stopped }
        return machine.softwareRAID
    }

    func buildSoftwareRAID(_ plan: SoftwareRAIDPlan) async throws(HardwareAccessError) {
        do { try await machine.buildSoftwareRAID(plan, process: process) } catch {
            throw Self.translate(error, "software RAID")
        }
    }

    func removeSoftwareRAID(_ device: SoftwareRAIDDevice) async throws(HardwareAccessError) {
        do { try await machine.removeSoftwareRAID(device.name, process: process) } catch {
            throw Self.translate(error, device.name)
        }
    }
}
