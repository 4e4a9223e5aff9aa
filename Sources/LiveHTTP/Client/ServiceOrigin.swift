/// Where a service is: scheme, host and port, as in `https://192.0.2.7:8443`.
public struct ServiceOrigin: Sendable, Hashable {
    let text: String

    /// - Parameter address: a URL, of which only the beginning counts; without a scheme it is
    ///   reached by TLS (as Ironic takes `redfish_address`).
    /// - Returns: nil where it names no host, or a scheme that is not HTTP's.
    public init?(_ address: String) {
        let halves = address.firstRange(of: "://").map {
            (address[..<$0.lowerBound].lowercased(), address[$0.upperBound...])
        }
        let (scheme, rest) = halves ?? ("https", address[...])
        let authority = rest.prefix { !"/?#".contains($0) }
        guard ["http", "https"].contains(scheme), Self.isAuthority(authority) else { return nil }
        text = scheme + "://" + authority
    }

    /// A host and a port. Names of users are not taken: log-ins have a place of their own.
    private static func isAuthority(_ text: Substring) -> Bool {
        let host: Substring
        let rest: Substring
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            host = text[text.index(after: text.startIndex)..<end]
            rest = text[text.index(after: end)...]
            guard host.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else { return false }
        } else {
            host = text.prefix { $0 != ":" }
            rest = text.dropFirst(host.count)
            guard
                host.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"@[]\\".utf8.contains($0) })
            else { return false }
        }
        guard !host.isEmpty else { return false }
        return rest.isEmpty || rest.first == ":" && UInt16(rest.dropFirst()) != nil
    }
}

extension ServiceOrigin: CustomStringConvertible {
    public var description: String { text }
}
