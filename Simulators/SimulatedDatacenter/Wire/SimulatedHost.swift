public import Hardware
public import Redfish
import Simulation
import World

/// A simulated machine as the servers of wire protocols see it: one truth behind IPMI and Redfish,
/// and the same lies as ``SimulatedBMC`` tells.
///
/// It is a handle: copies of it are the same machine.
public struct SimulatedHost: RedfishHost, Sendable {
    public let machine: SimulatedMachine
    /// Who gives the commands that come, as the journal names them. Whoever hands a datagram or a
    /// request to a server sets it first, where it is known.
    public var caller = "management"

    public init(_ machine: SimulatedMachine) { self.machine = machine }

    public var powerState: PowerState { machine.toldPower }
    public var bootOverride: BootOverride? { machine.state.look { $0.bootOverride } }
    public var consumption: Watts { machine.consumption }
    public var isControllerPowered: Bool { machine.hears }
    public var eventLog: SystemEventLog {
        get { machine.state.look { $0.log } }
        nonmutating set { machine.state.write { $0.log = newValue } }
    }
    public var facts: MachineFacts { machine.facts }
    public var indicator: IndicatorState { machine.state.look { $0.controller.indicator } }
    public var biosSettings: [BIOSSetting] { machine.state.look { $0.settings.all } }
    public var pendingBIOSSettings: [BIOSAssignment] {
        machine.state.look { $0.settings.assignments }
    }
    public var raid: RAIDInventory? { machine.state.look { $0.raid?.inventory } }

    public func perform(_ action: ChassisAction) {
        switch action {
        case .powerUp: obey(.on)
        case .powerDown: obey(.off)
        case .powerCycle, .hardReset: obey(.reset)
        case .softShutdown: obey(.softOff)
        case .diagnosticInterrupt: machine.interrupt()
        }
    }

    public func restartGracefully() { obey(.softReboot) }

    private func obey(_ action: PowerAction) { machine.takeCommand(action, from: caller) }

    public func setBootOverride(_ override: BootOverride?) {
        machine.takeOverride(override, from: caller)
    }

    public func reading(ofSensor index: Int) -> Double? { machine.figure(ofSensor: index) }

    public func setIndicator(_ state: IndicatorState) { machine.light(state) }

    public func controllerRestarts() { machine.restartController() }

    /// Nothing is attached to the machine's serial line: what is typed comes back.
    public func receive(console characters: [UInt8]) -> Bool { false }

    public func setBIOSSettings(_ assignments: [BIOSAssignment]) throws(BMCError) {
        if let refusal = machine.askForSettings(assignments) { throw .refused(refusal) }
    }

    public func resetBIOSSettings() { machine.askForFactorySettings() }

    public func createVolume(_ request: RAIDVolumeRequest) throws(BMCError) {
        if machine.has(.bmcTasksFail) { throw .refused("the disks are in no state for it") }
        if let refusal = machine.obeyVolume(request) { throw .refused(refusal) }
    }

    public func deleteVolume(_ name: RAIDVolumeName) throws(BMCError) {
        if machine.has(.bmcTasksFail) { throw .refused("the disks are in no state for it") }
        machine.obeyRemoval(of: name)
    }

    public func insertMedia(_ image: String?) {
        if !machine.has(.bmcForgets) { machine.state.write { $0.controller.media = image } }
    }
}
