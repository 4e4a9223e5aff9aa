/// The web through the machine's own `curl`, which TripleO's scripts ask too. What is asked is
/// told on its standard input, so that nobody who lists processes sees it.
package struct CurlTransport<System: NodeSystem>: WebTransport {
    private let system: System
    private let seconds: Int

    /// - Parameter seconds: an answer must be whole within.
    package init(on system: System, seconds: Int = 10) {
        self.system = system
        self.seconds = seconds
    }

    package func send(_ request: WebRequest) async throws(WebError) -> WebAnswer {
        let result: CommandResult
        do {
            result = try await system.run(
                NodeCommand("curl", ["--config", "-"], input: Array(settings(request).utf8)))
        } catch { throw WebError(error.description, isTransient: false) }
        guard result.status == 0 else {
            let said = String(decoding: result.errors, as: UTF8.self)
            throw WebError("\(request.address): \(said.isEmpty ? "curl failed" : said)")
        }
        guard let answer = Self.answer(result.output) else {
            throw WebError("\(request.address): curl said what is no answer")
        }
        return answer
    }

    private func settings(_ request: WebRequest) -> String {
        var lines = [
            "silent", "show-error", "include", "http1.1", "max-time = \(seconds)",
            "url = \(Self.quoted(request.address))", "header = \"Expect:\"",
        ]
        lines.append(
            request.method == "HEAD" ? "head" : "request = \(Self.quoted(request.method))")
        for field in request.fields {
            lines.append("header = \(Self.quoted("\(field.name): \(field.value)"))")
        }
        if !request.body.isEmpty {
            let text = String(decoding: request.body, as: UTF8.self)
            lines.append("data-binary = \(Self.quoted(text))")
        }
        return lines.map { "\($0)\n" }.joined()
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "\"": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// The last head, since interim answers come before it, and what follows it.
    static func answer(_ bytes: [UInt8]) -> WebAnswer? {
        var rest = bytes[...]
        while let end = rest.firstRange(of: Array("\r\n\r\n".utf8)) {
            let lines = String(decoding: rest[..<end.lowerBound], as: UTF8.self)
                .split(separator: "\r\n")
            rest = rest[end.upperBound...]
            let words = lines.first?.split(separator: " ") ?? []
            guard words.first?.hasPrefix("HTTP/") == true, words.count > 1,
                let status = Int(words[1])
            else { return nil }
            if (100..<200).contains(status) { continue }
            let fields = lines.dropFirst().compactMap { line -> WebField? in
                guard let mark = line.firstIndex(of: ":") else { return nil }
                let value = line[line.index(after: mark)...].drop { $0 == " " }
                return WebField(String(line[..<mark]), String(value))
            }
            return WebAnswer(status, fields: fields, body: Array(rest))
        }
        return nil
    }
}
