import Documents

/// XML that tools write.
enum ToolXML {
    static func root(of text: String, tool: String) throws(FactDocumentError) -> XMLElement {
        do throws(XMLProblem) { return try XMLReader.read(text) } catch {
            let line = text.utf8.prefix(error.offset).count { $0 == 0x0A } + 1
            throw FactDocumentError(
                origin: tool, line: line, column: nil, message: error.reason)
        }
    }

    /// What stands before an element's first child; `None` for nothing, as the `hardware` tool
    /// writes it.
    static func text(_ element: XMLElement) -> String {
        guard case .text(let text)? = element.nodes.first else { return "None" }
        return text
    }
}
