public import Hardware

/// The hardware of a datacenter and how it is cabled.
///
/// Every machine's link goes to the switch of its rack, every switch's uplink to one core that is
/// never short of bandwidth. Controllers hang on a management network of their own.
public struct DatacenterSpecification: Sendable, Hashable {
    public let racks: [RackSpecification]
    public let machines: [MachineSpecification]
    public let power: PowerSpecification
    public let timing: TimingProfile
    /// The images on the volumes of a storage network that every machine reaches. It is always
    /// there, and machines write nothing to it.
    public let volumes: [SANTarget: ImageReference]
    /// The date at virtual time zero, since 1970.
    public let date: Duration
    /// Fault sites of the control plane's code that fail now and then.
    public let codeFaults: [CodeFaultLottery]

    /// The date at which runs begin: 2026-01-01T00:00:00Z.
    public static let usualDate: Duration = .seconds(1_767_225_600)

    public init(
        racks: [RackSpecification],
        machines: [MachineSpecification],
        power: PowerSpecification = PowerSpecification(),
        timing: TimingProfile = TimingProfile(),
        volumes: [SANTarget: ImageReference] = [:],
        date: Duration = DatacenterSpecification.usualDate,
        codeFaults: [CodeFaultLottery] = []
    ) {
        let names = Set(racks.map(\.name))
        precondition(names.count == racks.count, "Racks have different names.")
        precondition(
            !names.contains(RackName(SwitchName.core.text)), "The core is no rack's switch.")
        precondition(
            Set(machines.map(\.name)).count == machines.count,
            "Machines have different names."
        )
        precondition(
            machines.allSatisfy { names.contains($0.rack) },
            "Every machine stands in a rack."
        )
        let addresses = machines.compactMap(\.controller?.address)
        precondition(
            Set(addresses).count == addresses.count,
            "Controllers have different addresses."
        )
        precondition(
            machines.allSatisfy { !Set($0.supplies).isDisjoint(with: power.feeds) },
            "Every machine is plugged in."
        )
        self.racks = racks
        self.power = power
        self.volumes = volumes
        self.date = date
        self.codeFaults = codeFaults
        self.machines = machines
        self.timing = timing
    }
}
