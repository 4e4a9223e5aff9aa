/// What `dmesg` says of AHCI controllers.
public enum KernelLogOutput {
    /// The flags of every controller, sorted. The last line of one holds.
    public static func facts(_ text: String) -> [Fact] {
        var facts: [Fact] = []
        for line in ToolText.lines(text) {
            let words = ToolText.words(untimed(line))
            guard words.count > 3, words[0].contains("ahci"), words[2].contains("flags") else {
                continue
            }
            let flags = words[3...].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            facts.removeAll { $0.id == words[1] }
            facts.append(Fact("ahci", words[1], "flags", flags.joined(separator: " ")))
        }
        return facts
    }

    /// A line without its time, such as `[    1.234567]`.
    private static func untimed(_ line: String) -> Substring {
        let bare = line.drop(while: \.isWhitespace)
        guard bare.first == "[", let end = bare.firstIndex(of: "]") else { return bare }
        return bare[bare.index(after: end)...]
    }
}
