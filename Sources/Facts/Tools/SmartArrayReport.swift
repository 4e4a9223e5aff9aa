/// What the tool of HP's Smart Arrays said, controller by controller, as the `hardware` tool's
/// facts.
public struct SmartArrayReport: Sendable {
    private var found: [Fact]
    private var disks = 0
    private var size = 0.0

    public init(controllers: Int) { found = [Fact("hpa", "slots", "count", "\(controllers)")] }

    /// - Parameter controller: of `ctrl slot=N show`.
    public mutating func add(controller: String, slot: Int) {
        let details = SmartArrayOutput.details(controller)
        for key in details.keys.sorted() {
            found.append(Fact("hpa", "slot_\(slot)", key, details[key] ?? ""))
        }
    }

    /// - Parameters:
    ///   - disk: as ``SmartArrayOutput/arrays(_:)`` has it.
    ///   - details: of `ctrl slot=N pd X show`.
    public mutating func add(disk: [String], details: String, slot: Int) {
        guard let id = disk.first else { return }
        disks += 1
        if disk.count > 1 { found.append(Fact("disk", id, "type", disk[1])) }
        found.append(Fact("disk", id, "slot", "\(slot)"))
        let details = SmartArrayOutput.details(details)
        for key in details.keys.sorted() {
            var value = details[key] ?? ""
            if key == "size" {
                value = ToolText.gigabytes(value)
                size += Double(value) ?? 0
            }
            found.append(Fact("disk", id, key, value))
        }
    }

    /// All of them, with the disks' sum and count at the end.
    public var facts: [Fact] {
        let sum = size > 0 ? [Fact("disk", "hpa", "size", ToolText.hundredths(size))] : []
        return found + sum + [Fact("disk", "hpa", "count", "\(disks)")]
    }
}
