import OrderedCollections

/// What `cli64` says of Areca's controllers.
public enum ArecaOutput {
    private static let units = [
        "RPM", "%", " V", " C", "Seconds", "Times", "MHz", "KB", "MB", "GB",
    ]

    /// - Parameter order: `hw info` names an enclosure below its figures, and is read from its end.
    public static func table(_ text: String, order: Order = .forward) -> ToolTable {
        var (table, enclosure) = (ToolTable(), "")
        let lines = ToolText.lines(text)
        for line in order == .forward ? lines : lines.reversed() {
            guard let (name, told) = ToolTable.sides(line), !name.contains("GuiErrMsg") else {
                continue
            }
            if let place = name.firstRange(of: "[Enclosure#") {
                enclosure = "Enclosure" + name[place.upperBound...].filter { $0 != "#" } + "/"
                continue
            }
            let key = ToolTable.title(enclosure + name)
            let unit = units.first { told.hasSuffix($0) }
            let value = unit.map { told.dropLast($0.count).filter { $0 != " " } } ?? told
            table.values[key] = ToolTable.plain(value)
            if let unit { table.values["\(key)/unit"] = unit.filter { $0 != " " } }
        }
        return table
    }

    /// Which way an output is read.
    public enum Order: Sendable, Hashable { case forward, backward }

    /// - Parameter part: such as `system`, `config`, `hardware`, `power`, `disk1`.
    public static func facts(_ table: ToolTable, part: String) -> [Fact] {
        table.values.map { Fact("areca", part, $0, $1) }
    }
}
