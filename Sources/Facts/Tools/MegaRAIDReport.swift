/// What the tool of LSI's MegaRAID said, controller by controller, as the `hardware` tool's facts.
public struct MegaRAIDReport: Sendable {
    private let controllers: Int
    private var found: [Fact] = []
    private var disks = 0
    private var size = 0.0

    public init(controllers: Int) { self.controllers = controllers }

    public mutating func add(controller: String, number: Int) {
        found += MegaCLIOutput.controller(controller, number: number)
    }

    public mutating func add(_ enclosure: MegaCLIOutput.Enclosure, controller: Int) {
        found += enclosure.facts(controller: controller)
    }

    public mutating func add(disk: String, slot: Int) {
        let facts = MegaCLIOutput.disk(disk, slot: slot, controllers: controllers)
        guard !facts.isEmpty else { return }
        disks += 1
        size += facts.first { $0.key == "size" }.flatMap { Double($0.value) } ?? 0
        found += facts
    }

    /// The sum of the disks so far, which the reference writes behind each controller's.
    public mutating func addSize() {
        guard size > 0 else { return }
        found.append(Fact("pdisk", "all", "size", ToolText.hundredths(size)))
    }

    public mutating func add(logicalDisk: String, number: Int) {
        found += MegaCLIOutput.logicalDisk(logicalDisk, number: number)
    }

    public var facts: [Fact] { found + [Fact("disk", "megaraid", "count", "\(disks)")] }
}
