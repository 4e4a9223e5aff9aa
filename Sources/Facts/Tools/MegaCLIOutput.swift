import Documents
import OrderedCollections

/// What `megacli` says of LSI's MegaRAID controllers.
public enum MegaCLIOutput {
    public static func table(_ text: String) -> ToolTable {
        var table = ToolTable()
        for line in ToolText.lines(text) {
            guard let (name, value) = ToolTable.sides(line) else { continue }
            table.values[ToolTable.title(name)] = ToolTable.plain(value)
        }
        return table
    }

    /// Of `adpCount`.
    public static func controllers(_ text: String) -> Int {
        table(text).number("ControllerCount") ?? 0
    }

    /// Of `adpallinfo -aN`. Lists are written as Python writes them.
    public static func controller(_ text: String, number: Int) -> [Fact] {
        table(text).values.map { name, value in
            let isList = ["RaidLevelSupported", "SupportedDrives"].contains(name)
            let texts = value.split(separator: ", ").map { PythonText.quoted(String($0)) }
            return Fact(
                "megaraid", "Controller_\(number)", name,
                isList ? "[\(texts.joined(separator: ", "))]" : value)
        }
    }

    /// An enclosure of `EncInfo -aN`.
    public struct Enclosure: Sendable, Hashable {
        public let number: Int
        public let table: ToolTable

        /// What the controller calls it; nil where the output was cut short before.
        public var device: Int? { table.number("DeviceId") }
        public var slots: Int { table.number("NumberOfSlots") ?? 0 }

        public func facts(controller: Int) -> [Fact] {
            table.values.filter { $0.key != "ExitCode" }.map { name, value in
                Fact("megaraid", "Controller_\(controller)/Enclosure_\(number)", name, value)
            }
        }
    }

    public static func enclosures(_ text: String) -> [Enclosure] {
        var parts: [(number: Int, lines: [String])] = []
        for line in ToolText.lines(text) {
            if let number = enclosure(line) { parts.append((number, [])) }
            guard !parts.isEmpty else { continue }
            parts[parts.count - 1].lines.append(line)
        }
        return parts.map { number, lines in
            var table = table(lines.joined(separator: "\n"))
            table.values["Enclosure\(number)"] = nil
            return Enclosure(number: number, table: table)
        }
    }

    /// Of a heading such as `    Enclosure 0:`, which is not at the line's beginning.
    private static func enclosure(_ line: String) -> Int? {
        let words = ToolText.words(line)
        guard line.hasPrefix(" "), words.count == 2, words[0] == "Enclosure",
            words[1].hasSuffix(":")
        else { return nil }
        return Int(words[1].dropLast())
    }

    // MARK: Disks

    /// Of `pdinfo -PhysDrv[E:S] -aN`; none for an empty slot.
    ///
    /// - Parameter controllers: how many there are, which the reference writes for the disk's own.
    public static func disk(_ text: String, slot: Int, controllers: Int) -> [Fact] {
        let table = table(text)
        guard let type = table["PdType"] else { return [] }
        let id = "disk\(slot)"
        var facts = [
            Fact("pdisk", id, "ctrl", "\(controllers)"), Fact("pdisk", id, "type", type),
            Fact("pdisk", id, "id", "\(table["EnclosureDeviceId"] ?? ""):\(slot)"),
        ]
        if let size = size(table) { facts.append(Fact("pdisk", id, "size", size)) }
        let told: Set = ["PdType", "EnclosureDeviceId", "CoercedSize", "ExitCode"]
        for (name, value) in table.values where !told.contains(name) {
            facts += field(name, value).map { Fact("pdisk", id, $0, $1) }
        }
        return facts
    }

    private static func size(_ table: ToolTable) -> String? {
        let words = ToolText.words(table["CoercedSize"] ?? "")
        return words.count > 1 ? ToolText.gigabytes("\(words[0]) \(words[1])") : nil
    }

    private static func field(_ name: String, _ value: String) -> [(String, String)] {
        if name.contains("InquiryData") {
            return ToolText.words(value).enumerated().map { ("\(name)[\($0.offset)]", $0.element) }
        }
        // Such as `29C (84.20 F)`.
        let word = ToolText.words(value).first ?? ""
        guard name.contains("DriveTemperature"), let end = word.firstIndex(of: "C") else {
            return [(name, value)]
        }
        return [(name, String(word[..<end])), ("\(name)_units", "Celsius")]
    }

    /// How many `LDGetNum -aN` tells of.
    public static func logicalDisks(_ text: String, controller: Int) -> Int {
        table(text).number("NumberOfVirtualDrivesConfiguredOnAdapter\(controller)") ?? 0
    }

    /// Of `LDInfo -LD -aN`.
    public static func logicalDisk(_ text: String, number: Int) -> [Fact] {
        let table = table(text)
        let facts = table.values.filter { $0.key != "Size" }.map {
            Fact("ldisk", "disk\(number)", $0, $1)
        }
        let size = table["Size"].map {
            Fact("ldisk", "disk\(number)", "Size", ToolText.gigabytes($0))
        }
        return facts + [size].compactMap { $0 }
    }
}
