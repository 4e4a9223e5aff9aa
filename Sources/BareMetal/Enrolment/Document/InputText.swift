import Hardware

/// The text of a file.
enum InputText {
    /// Byte order mark, which some editors put before a text in UTF-8.
    private static let mark: [UInt8] = [0xef, 0xbb, 0xbf]

    /// Reports a file that is empty or not in UTF-8, and returns nil.
    static func decode(_ bytes: [UInt8], log: InputProblemLog) -> String? {
        let content = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
        guard let text = String(validating: content, as: UTF8.self) else {
            let line = firstBadLine(content)
            log.add(line: line, "found bytes that are not UTF-8, expected a text in UTF-8")
            return nil
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            log.add(line: 1, "found an empty file, expected a YAML or JSON document")
            return nil
        }
        return text
    }

    private static func firstBadLine(_ bytes: ArraySlice<UInt8>) -> Int {
        var (decoder, iterator, line) = (UTF8(), bytes.makeIterator(), 1)
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            if scalar == "\n" { line += 1 }
        }
        return line
    }
}
