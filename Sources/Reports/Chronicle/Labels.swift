import OrderedCollections

/// Texts that are shown, each kept once and known by its number; 0 is no text.
public struct Labels: Sendable {
    private var texts: OrderedSet<String> = [""]

    public init() {}

    public var all: [String] { Array(texts) }

    /// The number of a text, which is cut where it is longer than anybody reads.
    public mutating func number(_ text: String) -> Int {
        texts.append(Self.cut(text)).index
    }

    public subscript(number: Int) -> String {
        texts.indices.contains(number) ? texts[number] : ""
    }

    static func cut(_ text: String) -> String {
        guard text.utf8.count > ChronicleLimits.textLength,
            text.count > ChronicleLimits.textLength
        else { return text }
        return text.prefix(ChronicleLimits.textLength - 1) + "…"
    }
}
