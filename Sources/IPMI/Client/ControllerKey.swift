/// A controller's own key (Kg), beside which the user's password opens sessions (IPMI 2.0, section
/// 13.25). Printing it never shows it.
public struct ControllerKey: Sendable, Hashable {
    let secret: Secret

    /// Reads a key as FreeIPMI's tools do: up to 20 characters, or `0x` and up to 40 digits where
    /// some of its bytes are none that can be typed.
    ///
    /// - Returns: nil for what is empty, too long, or has half a byte.
    public init?(_ text: String) {
        let bytes = text.hasPrefix("0x") ? Self.bytes(hex: text.dropFirst(2)) : Array(text.utf8)
        guard let bytes, (1...Secret.longest).contains(bytes.count) else { return nil }
        secret = Secret(bytes: bytes)
    }

    private static func bytes(hex: Substring) -> [UInt8]? {
        let digits = hex.compactMap(\.hexDigitValue)
        guard digits.count == hex.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map {
            UInt8(digits[$0] << 4 | digits[$0 + 1])
        }
    }
}

extension ControllerKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "***" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
