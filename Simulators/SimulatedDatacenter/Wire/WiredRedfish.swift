import Hardware
import Redfish

/// A controller that is spoken to over Redfish.
struct WiredRedfish: WiredController {
    let driver: RedfishController<RedfishWay>
    let news: ControllerNews
}

extension WiredRedfish: BIOSControl {
    func biosSettings() async throws(BMCError) -> [BIOSSetting] {
        try await driver.biosSettings()
    }

    func pendingBIOSSettings() async throws(BMCError) -> [BIOSAssignment] {
        try await driver.pendingBIOSSettings()
    }

    func setBIOSSettings(_ assignments: [BIOSAssignment]) async throws(BMCError) {
        try await driver.setBIOSSettings(assignments)
    }

    func resetBIOSSettings() async throws(BMCError) { try await driver.resetBIOSSettings() }
}

extension WiredRedfish: RAIDControl {
    func raidInventory() async throws(BMCError) -> RAIDInventory {
        try await driver.raidInventory()
    }

    func createVolume(_ request: RAIDVolumeRequest) async throws(BMCError) {
        try await driver.createVolume(request)
        news.check("creating volume \(request.name)") { inventory in
            inventory.volumes.contains { $0.name == request.name }
        }
    }

    func deleteVolume(_ name: RAIDVolumeName) async throws(BMCError) {
        try await driver.deleteVolume(name)
        news.check("deleting volume \(name)") { inventory in
            !inventory.volumes.contains { $0.name == name }
        }
    }
}
