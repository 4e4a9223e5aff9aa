import Documents

/// What HP's `conrep` says of the firmware's settings.
public enum ConrepOutput {
    /// A fact for every section, `None` where nothing is set.
    ///
    /// - Throws: with the line where the text stops to be XML, for one that was cut short.
    public static func facts(_ text: String) throws(FactDocumentError) -> [Fact] {
        let root = try ToolXML.root(of: text, tool: "conrep")
        return ([root] + root.descendants).compactMap { element in
            guard element.name == "Section", let name = element[attribute: "name"] else {
                return nil
            }
            return Fact("hp", "bios", name, ToolXML.text(element))
        }
    }
}
