/// Splits texts by their bytes, as Python does by code points. Swift's own search takes different
/// writings of one character for the same.
enum SeparatedText {
    /// - Parameter separator: at least one byte.
    /// - Returns: the parts between the separators, one more than there are separators.
    static func parts(of text: String, separatedBy separator: String) -> [String] {
        precondition(!separator.isEmpty, "A text is separated by something.")
        let (bytes, mark) = (Array(text.utf8), Array(separator.utf8))
        var parts: [String] = []
        var (start, place) = (0, 0)
        while place + mark.count <= bytes.count {
            guard bytes[place] == mark[0], bytes[place..<(place + mark.count)].elementsEqual(mark)
            else {
                place += 1
                continue
            }
            parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
            place += mark.count
            start = place
        }
        parts.append(start == 0 ? text : String(decoding: bytes[start...], as: UTF8.self))
        return parts
    }

    /// - Returns: nil where the text would be longer than ``TemplateLimits/resolved``.
    static func joined(_ parts: [String], by separator: String) -> String? {
        let length = parts.reduce(0) { $0 + $1.utf8.count + separator.utf8.count }
        return length <= TemplateLimits.resolved ? parts.joined(separator: separator) : nil
    }

    /// - Returns: nil where the text would be longer than ``TemplateLimits/resolved``.
    static func replacing(_ mark: String, with value: String, in text: String) -> String? {
        joined(parts(of: text, separatedBy: mark), by: value)
    }
}
