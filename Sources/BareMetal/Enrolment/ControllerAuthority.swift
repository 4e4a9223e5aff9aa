/// The host and the port of a controller, out of a host name, an IP address or a URL.
///
/// TripleO's files hold URLs for Redfish; two that differ in scheme or last slash only are the same
/// controller.
package struct ControllerAuthority: Sendable, Hashable {
    package let host: String
    package let port: Int?

    package init?(_ text: String) {
        var rest = text[...]
        for scheme in ["https://", "http://"] where rest.lowercased().hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.count)
            break
        }
        while rest.last == "/" { rest.removeLast() }
        let (host, port) = Self.split(rest)
        guard !host.isEmpty, host.unicodeScalars.allSatisfy(Self.isHostCharacter) else {
            return nil
        }
        if let port, !(1...65535).contains(port) { return nil }
        self.host = host.lowercased()
        self.port = port
    }

    /// An IPv6 address holds colons itself, so its port counts only after brackets.
    private static func split(_ text: Substring) -> (host: String, port: Int?) {
        if text.first == "[", let end = text.firstIndex(of: "]") {
            let tail = text[text.index(after: end)...]
            let host = String(text[text.index(after: text.startIndex)..<end])
            if tail.isEmpty { return (host, nil) }
            return tail.first == ":" ? (host, Int(tail.dropFirst()) ?? 0) : ("", nil)
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return (String(text), nil) }
        return (String(parts[0]), Int(parts[1]) ?? 0)
    }

    private static func isHostCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_", ":", "%": true
        default: false
        }
    }
}
