/// What the author of a scenario wrote at its top: what it asks, and why it exists.
public enum LeadingComment {
    /// Lines shown; nobody reads more before looking at the rest.
    private static let limit = 24

    /// The comment's text with paragraphs kept apart by empty lines; empty where there is none.
    public static func text(of file: String) -> String {
        var paragraphs: [String] = [""]
        var count = 0
        for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("#"), count < limit else { break }
            count += 1
            let text = line.drop { $0 == "#" || $0 == " " }
            if text.isEmpty {
                paragraphs.append("")
            } else {
                paragraphs[paragraphs.count - 1] +=
                    (paragraphs[paragraphs.count - 1].isEmpty ? "" : " ") + text
            }
        }
        return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
