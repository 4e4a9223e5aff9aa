import Crypto

/// `digest`: a text's digest in hexadecimal digits. The text is taken as Latin-1.
struct Digest: PlainFunction {
    let syntax: FunctionSyntax

    private static let algorithms = ["md5", "sha1", "sha256", "sha384", "sha512"]

    init(_ syntax: FunctionSyntax) { self.syntax = syntax }

    func value(in scope: any ResolutionScope) throws(TemplateProblem) -> TemplateValue {
        guard case .list(let items) = try syntax.arguments.resolve(in: scope), items.count == 2,
            case .string(let algorithm) = items[0], case .string(let text) = items[1]
        else { throw syntax.mismatch(expected: "a list of an algorithm and a text") }
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard let byte = UInt8(exactly: scalar.value) else {
                throw syntax.problem("found '\(scalar)', which Latin-1 does not have")
            }
            bytes.append(byte)
        }
        return .string(try digest(of: bytes, by: algorithm).hexadecimal)
    }

    private func digest(
        of bytes: [UInt8], by algorithm: String
    ) throws(TemplateProblem) -> any Crypto.Digest {
        switch algorithm.lowercased() {
        case "md5": return Insecure.MD5.hash(data: bytes)
        case "sha1": return Insecure.SHA1.hash(data: bytes)
        case "sha256": return SHA256.hash(data: bytes)
        case "sha384": return SHA384.hash(data: bytes)
        case "sha512": return SHA512.hash(data: bytes)
        default:
            let known = Self.algorithms.joined(separator: ", ")
            throw syntax.problem("found algorithm '\(algorithm)', expected one of \(known)")
        }
    }
}

extension Crypto.Digest {
    fileprivate var hexadecimal: String {
        reduce(into: "") { text, byte in
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
}
