/// A password or key of the protocol. Printing it never shows it.
struct Secret: Sendable, Hashable {
    /// Longest password of IPMI 2.0; IPMI 1.5 has 16 bytes.
    static let longest = 20
    static let empty = Secret(bytes: [])

    let bytes: [UInt8]

    /// Trailing zeros are padding and no part of it.
    init(bytes: some Sequence<UInt8>) {
        var bytes = Array(bytes)
        while bytes.last == 0 { bytes.removeLast() }
        self.bytes = bytes
    }

    init(_ text: String) { self.init(bytes: text.utf8.prefix(Self.longest)) }

    var isEmpty: Bool { bytes.isEmpty }

    func padded(to length: Int) -> [UInt8] {
        let kept = bytes.prefix(length)
        return kept + [UInt8](repeating: 0, count: length - kept.count)
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "***" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: []) }
}
