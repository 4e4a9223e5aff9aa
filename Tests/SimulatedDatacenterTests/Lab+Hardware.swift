import Hardware
import SimulatedDatacenter

extension Lab {
    /// How the machines are fed.
    struct Supply: Sendable {
        var feeds: [FeedName] = ["A", "B"]
        var rating = PowerRating()
        var policy = PowerRestorePolicy.last
        var delay: ClosedRange<Duration> = .zero...(.zero)
    }

    static func seedHost(in rack: RackName) -> MachineSpecification {
        MachineSpecification(
            name: "seed",
            rack: rack,
            controller: nil,
            identity: identity("S0"),
            processor: processor,
            memory: .gibibytes(16),
            disks: [disk(0, of: 0)],
            interfaces: [interface(0)],
            bootOrder: [.disk],
            speed: .ordinary,
            installed: [InstalledImage(seedImage, on: "/dev/sda")]
        )
    }

    static func node(
        _ index: Int,
        in rack: RackName,
        disks: Int,
        raid: [RAIDControllerSpecification],
        speed: SpeedClass,
        bootOrder: [BootDevice],
        installed: [InstalledImage],
        supply: Supply,
        wire: ManagementProtocol?
    ) -> MachineSpecification {
        MachineSpecification(
            name: MachineName("node-\(index)"),
            rack: rack,
            controller: ControllerSpecification(
                address: BMCAddress(host: "10.0.0.\(index)"),
                driver: "simulated",
                credentials: credentials,
                wire: wire
            ),
            identity: identity("S\(index)"),
            processor: processor,
            memory: .gibibytes(64),
            disks: (0..<disks).map { disk($0, of: index) },
            raidControllers: raid,
            interfaces: [interface(index)],
            bootOrder: bootOrder,
            speed: speed,
            installed: installed,
            supplies: supply.feeds,
            rating: supply.rating,
            restorePolicy: supply.policy,
            restoreDelay: supply.delay
        )
    }

    private static let processor = ProcessorFacts(
        count: 32,
        architecture: "x86_64",
        model: "Xeon"
    )

    private static func identity(_ serial: String) -> BMCIdentity {
        BMCIdentity(manufacturer: "Maker", product: "Server", serialNumber: serial)
    }

    private static func interface(_ index: Int) -> InterfaceFacts {
        InterfaceFacts(
            name: "eno1",
            address: MACAddress(rawValue: 0x5254_0000_0000 + UInt64(index)),
            hasCarrier: true,
            speed: .gigabits(10)
        )
    }

    private static func disk(_ number: Int, of machine: Int) -> DiskFacts {
        let letter = ["a", "b", "c", "d"][number]
        return DiskFacts(
            name: "/dev/sd\(letter)",
            model: "Disk",
            vendor: "Maker",
            serial: "D\(machine)-\(number)",
            wwn: "0x\(machine)\(number)",
            hctl: "\(number):0:0:0",
            byPath: "/dev/disk/by-path/\(number)",
            size: .gibibytes(100),
            isRotational: false
        )
    }
}
