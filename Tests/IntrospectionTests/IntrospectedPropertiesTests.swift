import Hardware
import Introspection
import Testing

@Suite("Introspected properties")
struct IntrospectedPropertiesTests {
    @Test("take processors, architecture, memory and boot mode as they are")
    func plainFacts() {
        let memory = ByteCount(bytes: ByteCount.mebibytes(4096).bytes + 1023)
        let properties = IntrospectedProperties(
            facts: sampleFacts(processors: 12, memory: memory, bootMode: .bios),
            rootDisk: nil
        )
        #expect(properties.cpus == 12)
        #expect(properties.architecture == "x86_64")
        #expect(properties.memory == .mebibytes(4096))
        #expect(properties.capabilities == ["boot_mode": "bios"])
    }

    @Test(
        "keep a gibibyte of the root disk back, and never promise less than none",
        arguments: [
            (ByteCount.gibibytes(100), 99),
            (ByteCount(bytes: ByteCount.gibibytes(100).bytes - 1), 98),
            (ByteCount(bytes: ByteCount.gibibytes(100).bytes + 1), 99),
            (ByteCount(bytes: 1_000_204_886_016), 930),
            (.gibibytes(1), 0), (.mebibytes(512), 0), (.zero, 0),
        ]
    )
    func localDisk(size: ByteCount, gibibytes: Int) {
        let disk = sampleDisk(size)
        let properties = IntrospectedProperties(facts: sampleFacts(disks: [disk]), rootDisk: disk)
        #expect(properties.localDisk == .gibibytes(Int64(gibibytes)))
    }

    @Test("promise no disk where no disk was chosen, whatever disks there are")
    func noRootDisk() {
        let facts = sampleFacts(disks: [sampleDisk(.gibibytes(500))])
        #expect(IntrospectedProperties(facts: facts, rootDisk: nil).localDisk == .zero)
    }

    @Test("leave an operator's capabilities alone and replace what was found anew")
    func mergeCapabilities() {
        let properties = IntrospectedProperties(facts: sampleFacts(), rootDisk: nil)
        let merged = properties.capabilities(over: ["profile": "compute", "boot_mode": "bios"])
        #expect(merged == ["profile": "compute", "boot_mode": "uefi"])
    }
}
