public import Hardware

/// The machine behind a Redfish service: what every controller needs of it, and what only Redfish
/// asks for.
///
/// Reading is a look at what is known now; asking for something starts it and does not wait.
public protocol RedfishHost: ControlledHost {
    /// What is fitted.
    var facts: MachineFacts { get }
    var indicator: IndicatorState { get }
    /// Firmware settings in force, and what the next boot changes, both in the order of the names.
    var biosSettings: [BIOSSetting] { get }
    var pendingBIOSSettings: [BIOSAssignment] { get }
    /// Nil where the machine has no RAID controller.
    var raid: RAIDInventory? { get }

    /// The running system is asked to restart.
    mutating func restartGracefully()
    /// - Throws: ``BMCError/refused(_:)`` where a setting does not take its value.
    mutating func setBIOSSettings(_ assignments: [BIOSAssignment]) throws(BMCError)
    mutating func resetBIOSSettings()
    /// - Throws: ``BMCError/refused(_:)`` where its disks cannot carry it or its name is taken.
    mutating func createVolume(_ request: RAIDVolumeRequest) throws(BMCError)
    mutating func deleteVolume(_ name: RAIDVolumeName) throws(BMCError)
    /// What the virtual drive holds from now on: the address of an image, or nothing.
    ///
    /// - Throws: ``BMCError/refused(_:)`` where the machine has no such drive.
    mutating func insertMedia(_ image: String?) throws(BMCError)
}
