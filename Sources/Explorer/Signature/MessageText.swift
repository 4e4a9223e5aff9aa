/// Messages less what is different in every run.
enum MessageText {
    /// Longer messages list what differs from run to run.
    private static let lengthLimit = 160

    /// Every word with a digit in it, and the subject, becomes `#`; a list of them is one.
    static func normalised(_ message: String, subject: String?) -> String {
        var words = message.split(separator: " ").map { word(String($0), subject) }
        words = words.indices.compactMap { index in
            isListed(words, index) ? nil : words[index]
        }
        let text = words.joined(separator: " ")
        return String(text.prefix(lengthLimit))
    }

    private static func word(_ word: String, _ subject: String?) -> String {
        let opening = word.prefix { "('\"[".contains($0) }
        let closing = String(word.reversed().prefix { ")'\"],.;:".contains($0) }.reversed())
        guard opening.count + closing.count < word.count else { return word }
        let core = word.dropFirst(opening.count).dropLast(closing.count)
        guard core.contains(where: \.isNumber) || core == subject ?? "" else { return word }
        return opening + "#" + closing
    }

    /// Whether a word only goes on with a list that the word before it began.
    private static func isListed(_ words: [String], _ index: Int) -> Bool {
        guard index > 0 else { return false }
        return words[index - 1] == "#," && ["#", "#,"].contains(words[index])
    }
}
