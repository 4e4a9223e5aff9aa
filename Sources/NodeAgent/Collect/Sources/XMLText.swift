/// As much of XML as answers of CloudFormation's API have: elements in each other, without
/// attributes that matter.
enum XMLText {
    /// What the first element of a name holds; nil where there is none.
    static func content(of name: String, in text: String) -> String? {
        var rest = text[...]
        while let start = rest.firstRange(of: "<\(name)") {
            let after = rest[start.upperBound...]
            guard let sign = after.first else { return nil }
            guard sign == ">" || sign == "/" || sign.isWhitespace else {
                rest = after
                continue
            }
            guard let open = after.firstIndex(of: ">") else { return nil }
            if after[..<open].hasSuffix("/") { return "" }
            let body = after[after.index(after: open)...]
            return body.firstRange(of: "</\(name)>").map { String(body[..<$0.lowerBound]) }
        }
        return nil
    }

    /// A text with what stands for signs replaced by them.
    static func plain(_ text: String) -> String {
        var plain = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            plain += rest[..<mark]
            rest = rest[mark...].dropFirst()
            guard let end = rest.firstIndex(of: ";"), let sign = sign(rest[..<end]) else {
                plain += "&"
                continue
            }
            plain.unicodeScalars.append(sign)
            rest = rest[end...].dropFirst()
        }
        return plain + rest
    }

    private static func sign(_ name: Substring) -> Unicode.Scalar? {
        switch name {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.hasPrefix("#") else { return nil }
            let digits = name.dropFirst()
            let number =
                digits.hasPrefix("x")
                ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return number.flatMap(Unicode.Scalar.init)
        }
    }
}
