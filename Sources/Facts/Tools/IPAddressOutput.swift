/// What `ip -o -4 addr show` says of interfaces' addresses.
public enum IPAddressOutput {
    /// How long the network's part of an interface's first address is.
    public static func prefixLengths(_ text: String) -> [String: Int] {
        networks(text).compactMapValues { $0.length }
    }

    /// An interface's first address; nil for the length where it is not told.
    static func networks(_ text: String) -> [String: (address: String, length: Int?)] {
        var found: [String: (address: String, length: Int?)] = [:]
        for line in ToolText.lines(text) {
            let words = ToolText.words(line)
            guard words.count > 3, words[2].hasPrefix("inet"), found[words[1]] == nil else {
                continue
            }
            let parts = words[3].split(separator: "/")
            found[words[1]] = (String(parts[0]), parts.count > 1 ? Int(parts[1]) : nil)
        }
        return found
    }

    /// Interfaces' first addresses.
    public static func addresses(_ text: String) -> [String: String] {
        networks(text).mapValues { $0.address }
    }
}
