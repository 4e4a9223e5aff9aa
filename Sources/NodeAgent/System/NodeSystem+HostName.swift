extension NodeSystem {
    /// The machine's whole name; nil where it does not know it.
    func hostName() async -> String? {
        guard let result = try? await run(NodeCommand("hostname", ["-f"])), result.status == 0
        else { return nil }
        let text = String(decoding: result.output, as: UTF8.self)
        return String(text.drop(while: \.isWhitespace).prefix { !$0.isWhitespace })
    }
}
