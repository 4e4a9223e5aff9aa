import Hardware

/// A machine's report, with the parts a test is about.
func sampleFacts(
    processors: Int = 8,
    memory: ByteCount = .mebibytes(16_384),
    disks: [DiskFacts] = [],
    interfaces: [InterfaceFacts] = [sampleInterface("eth0", "52:54:00:00:00:01")],
    bmcHost: String? = nil,
    bootMode: BootMode = .uefi,
    bootInterface: MACAddress? = nil
) -> MachineFacts {
    MachineFacts(
        identity: BMCIdentity(manufacturer: "ACME", product: "R1", serialNumber: "S1"),
        processor: ProcessorFacts(count: processors, architecture: "x86_64", model: "Xeon"),
        memory: memory,
        disks: disks,
        interfaces: interfaces,
        bmcHost: bmcHost,
        bootMode: bootMode,
        bootInterface: bootInterface
    )
}

func sampleDisk(_ size: ByteCount) -> DiskFacts {
    DiskFacts(
        name: "/dev/sda",
        model: "m",
        vendor: "v",
        serial: "s",
        wwn: "w",
        hctl: "0:0:0:0",
        byPath: "p",
        size: size,
        isRotational: false
    )
}

func sampleInterface(
    _ name: String,
    _ address: String,
    hasCarrier: Bool = true
) -> InterfaceFacts {
    guard let address = MACAddress(address) else {
        preconditionFailure("A test writes its addresses in full.")
    }
    return InterfaceFacts(
        name: name,
        address: address,
        hasCarrier: hasCarrier,
        speed: .gigabits(10)
    )
}

func mac(_ text: String) -> MACAddress { sampleInterface("", text).address }
