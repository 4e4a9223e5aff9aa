/// What `ethtool -a` and `ethtool -k` say of an interface.
public enum EthtoolOutput {
    /// Features that belong to another are keyed below it, such as
    /// `tx-checksumming/tx-checksum-ipv4`.
    public static func facts(_ text: String, interface: String) -> [Fact] {
        var (facts, group): ([Fact], String) = ([], "")
        for line in ToolText.lines(text) where !line.contains(interface) {
            let parts = line.split(separator: ":", omittingEmptySubsequences: false)
            let name = ToolText.trimmed(parts.first ?? "")
            if !line.hasPrefix("\t") { group = name }
            let value = ToolText.trimmed(parts.dropFirst().joined().filter { $0 != "\t" })
            guard !value.isEmpty else { continue }
            let key = line.hasPrefix("\t") ? "\(group)/\(name)" : name
            facts.append(Fact("network", interface, key, value))
        }
        return facts
    }
}
