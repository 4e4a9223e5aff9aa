/// A URL that is put together of its parts (RFC 3986).
struct URLText {
    var scheme = ""
    var user = ""
    var password = ""
    /// A name or an address, with or without the brackets of an IPv6 address.
    var host = ""
    var port = ""
    var path = ""
    var query: [(key: String, value: String)] = []
    var fragment = ""

    /// Schemes whose URLs have a place for a host even where it is empty, as Python's urllib knows
    /// them.
    private static let hostSchemes: Set<String> = [
        "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp",
        "snews", "prospero", "rtsp", "rtsps", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs",
        "git", "git+ssh", "ws", "wss",
    ]

    var text: String {
        let (place, path) = (authority, Self.escaped(path, besides: "/"))
        var text = path
        if !place.isEmpty || Self.hostSchemes.contains(scheme) && !path.hasPrefix("//") {
            text = "//" + place + (path.isEmpty || path.hasPrefix("/") ? path : "/" + path)
        }
        if !scheme.isEmpty { text = scheme + ":" + text }
        if !query.isEmpty { text += "?" + queryText }
        let fragment = Self.escaped(fragment, besides: "/")
        return fragment.isEmpty ? text : text + "#" + fragment
    }

    private var authority: String {
        let (user, password) = (
            Self.escaped(user, besides: ""), Self.escaped(password, besides: "")
        )
        var text = user + (password.isEmpty ? "" : ":" + password)
        if !text.isEmpty { text += "@" }
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        let bare = isBracketed ? String(host.dropFirst().dropLast()) : host
        let name = Self.escaped(bare, besides: ":")
        text += name.contains(":") ? "[\(name)]" : name
        return port.isEmpty ? text : text + ":" + port
    }

    private var queryText: String {
        query.map { "\(Self.formEscaped($0.key))=\(Self.formEscaped($0.value))" }
            .joined(separator: "&")
    }

    /// As forms write it, but with slashes left as they are.
    private static func formEscaped(_ text: String) -> String {
        String(escaped(text, besides: " /").map { $0 == " " ? "+" : $0 })
    }

    private static func escaped(_ text: String, besides allowed: String) -> String {
        var result = ""
        for byte in text.utf8 {
            if isUnreserved(byte) || allowed.utf8.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "_.-~".utf8.contains(byte)
        }
    }
}
