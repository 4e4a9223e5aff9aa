/// What `ipmitool` says of a controller's sensors and its network.
public enum IPMIToolOutput {
    /// Of `ipmitool sdr`: value and unit of each sensor.
    public static func sensors(_ text: String) -> [Fact] {
        ToolText.lines(text).flatMap { line -> [Fact] in
            let parts = line.split(separator: "|", omittingEmptySubsequences: false)
            guard parts.count >= 3 else { return [] }
            let name = ToolText.trimmed(parts[0])
            if line.contains("Not Readable") {
                return [Fact("ipmi", name, "value", "Not Readable")]
            }
            let words = ToolText.words(parts[1])
            guard let value = words.first else { return [] }
            let unit = words.dropFirst().joined(separator: " ")
            return [Fact("ipmi", name, "value", value)]
                + (unit.isEmpty ? [] : [Fact("ipmi", name, "unit", unit)])
        }
    }

    /// Of `ipmitool lan print`. Names become keys such as `ip-address`; lines that go on with what
    /// an earlier one began have none.
    public static func network(_ text: String) -> [Fact] {
        ToolText.lines(text).compactMap { line in
            guard let (name, value) = ToolText.pair(line), name.count > 1, !value.isEmpty else {
                return nil
            }
            let key = name.lowercased().split(separator: " ", omittingEmptySubsequences: false)
            return Fact("ipmi", "lan", key.joined(separator: "-"), value)
        }
    }
}
