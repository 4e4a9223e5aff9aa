/// What `lldptool -t -n` says of an interface's neighbour.
public enum LLDPToolOutput {
    /// Keyed as the `hardware` tool does: a name without its own value goes before those below it,
    /// and each name of an element before the next ones (`Chassis ID/MAC`).
    public static func facts(_ text: String, interface: String) -> [Fact] {
        var (facts, key, name): ([Fact], String, String) = ([], "", "")
        for line in ToolText.lines(text) {
            guard line.hasPrefix("\t") else {
                key = ToolText.unslashed(ToolText.trimmed(line)).replacing(" TLV", with: "")
                name = ""
                continue
            }
            let content = ToolText.unslashed(ToolText.trimmed(line))
            guard !key.isEmpty, !content.isEmpty else { continue }
            let parts = content.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count > 1 else {
                facts.append(Fact("lldp", interface, key, content))
                continue
            }
            let left = ToolText.trimmed(parts[0])
            if parts.count == 2, parts[1].isEmpty {
                name = left
                key += "/\(name)"
                continue
            }
            if left != name {
                name = left
                key += "/\(name)"
            }
            let right = ToolText.trimmed(content.replacing("\(left):", with: ""))
            facts.append(Fact("lldp", interface, key, right))
        }
        return facts
    }
}
