/// Path and query of a request, decoded.
struct RequestTarget: Sendable, Hashable {
    struct Parameter: Sendable, Hashable {
        let name: String
        let value: String
    }

    /// The parts of the path. A slash at the end adds none.
    let path: [String]
    let parameters: [Parameter]

    /// Nil where it is none, or more than ``HTTPLimits`` allow.
    init?(_ text: String) {
        guard text.utf8.count <= HTTPLimits.target, text.utf8.first == UInt8(ascii: "/"),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") })
        else { return nil }
        let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = Self.path(halves[0]) else { return nil }
        self.path = path
        guard halves.count > 1, !halves[1].isEmpty else {
            parameters = []
            return
        }
        guard let parameters = Self.parameters(halves[1]) else { return nil }
        self.parameters = parameters
    }

    /// Parts that could lead elsewhere (`..`, an encoded slash) are none of a path.
    private static func path(_ text: Substring) -> [String]? {
        var parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        if parts.last?.isEmpty == true { parts.removeLast() }
        guard parts.count <= HTTPLimits.pathDepth else { return nil }
        var path: [String] = []
        for part in parts {
            guard let name = decode(part), !name.isEmpty, name != ".", name != "..",
                !name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 < 0x20 })
            else { return nil }
            path.append(name)
        }
        return path
    }

    private static func parameters(_ text: Substring) -> [Parameter]? {
        let parts = text.split(separator: "&", omittingEmptySubsequences: true)
        guard parts.count <= HTTPLimits.parameters else { return nil }
        var parameters: [Parameter] = []
        for part in parts {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decode(halves[0]),
                let value = halves.count > 1 ? decode(plusAsSpace(halves[1])) : ""
            else { return nil }
            parameters.append(Parameter(name: name, value: value))
        }
        return parameters
    }

    private static func plusAsSpace(_ text: Substring) -> Substring {
        Substring(String(text.map { $0 == "+" ? " " : $0 }))
    }

    /// Nil where a percent sign is not followed by two digits, or the bytes are no text.
    private static func decode(_ text: Substring) -> String? {
        var (bytes, rest) = ([UInt8](), text.utf8)
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = digit(rest.popFirst()), let low = digit(rest.popFirst()) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8?) -> UInt8? {
        byte.flatMap { Character(Unicode.Scalar($0)).hexDigitValue }.map { UInt8($0) }
    }
}
