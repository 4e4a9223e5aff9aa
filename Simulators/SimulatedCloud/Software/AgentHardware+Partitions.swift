import Hardware
import NodeAgent
import SimulatedDatacenter

extension AgentHardware {
    func partitionTable(of disk: DiskFacts) async throws(HardwareAccessError) -> PartitionTable? {
        do { return try await machine.partitionTable(of: disk.name, process: process) } catch {
            throw Self.translate(error, disk)
        }
    }

    func makePartitions(
        _ table: PartitionTable, on disk: DiskFacts
    ) async throws(HardwareAccessError) {
        do { try await machine.makePartitions(table, on: disk.name, process: process) } catch {
            throw Self.translate(error, disk)
        }
    }

    func makeFileSystem(
        _ format: String, on partition: PartitionPurpose, of disk: DiskFacts
    ) async throws(HardwareAccessError) {
        do {
            try await machine.makeFileSystem(
                format, on: partition, of: disk.name, process: process)
        } catch { throw Self.translate(error, disk) }
    }

    func wipe(
        _ partition: PartitionPurpose, of disk: DiskFacts
    ) async throws(HardwareAccessError) {
        do { try await machine.wipe(partition, of: disk.name, process: process) } catch {
            throw Self.translate(error, disk)
        }
    }
}
