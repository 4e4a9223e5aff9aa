import Hardware
import Redfish
import SimulatedDatacenter

/// The same machine as Redfish sees it.
extension ServedHost: RedfishHost {
    var facts: MachineFacts { host.facts }
    var indicator: IndicatorState { host.indicator }
    var biosSettings: [BIOSSetting] { host.biosSettings }
    var pendingBIOSSettings: [BIOSAssignment] { host.pendingBIOSSettings }
    var raid: RAIDInventory? { host.raid }

    mutating func restartGracefully() {
        host.restartGracefully()
        settle()
    }

    mutating func setBIOSSettings(_ assignments: [BIOSAssignment]) throws(BMCError) {
        try host.setBIOSSettings(assignments)
    }

    mutating func resetBIOSSettings() { host.resetBIOSSettings() }

    mutating func createVolume(_ request: RAIDVolumeRequest) throws(BMCError) {
        try host.createVolume(request)
    }

    mutating func deleteVolume(_ name: RAIDVolumeName) throws(BMCError) {
        try host.deleteVolume(name)
    }

    mutating func insertMedia(_ image: String?) { host.insertMedia(image) }
}
