extension String {
    /// The text without the space before and after it.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The text cut at every occurrence of `separator`.
    func pieces(between separator: String) -> [String] {
        var (pieces, piece, rest) = ([String](), [UInt8](), utf8[...])
        while !rest.isEmpty {
            if rest.starts(with: separator.utf8) {
                pieces.append(String(decoding: piece, as: UTF8.self))
                piece = []
                rest = rest.dropFirst(separator.utf8.count)
            } else {
                piece.append(rest.removeFirst())
            }
        }
        return pieces + [String(decoding: piece, as: UTF8.self)]
    }
}
