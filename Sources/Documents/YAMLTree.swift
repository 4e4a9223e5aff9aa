package import Yams

/// A YAML text as a tree of nodes with places.
///
/// Of keys that are equal in one mapping all but the last keep a name that
/// ``DuplicateKey`` gave them; whoever reads the tree reports them or lets the last one hold.
package enum YAMLTree {
    /// How many bytes are read in all to set equal keys aside one by one: each costs a reading.
    static let rereadLimit = 32 * 1024 * 1024
    /// Pairs of equal keys that are set aside one by one whatever the text's size; past both
    /// bounds the next pair is an error.
    static let smallestDuplicateLimit = 16

    /// - Returns: the root, or nil where the text holds no document.
    package static func compose(_ text: String) throws(YAMLSyntaxError) -> Yams.Node? {
        var text = text
        let readings = rereadLimit / max(1, text.utf8.count)
        let duplicateLimit = max(smallestDuplicateLimit, min(readings, 1000))
        for number in 0...duplicateLimit {
            do {
                let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
                return try parser.singleRoot()
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let repaired = DuplicateKey.setAside(at: context.mark, number: number, in: text)
                guard number < duplicateLimit, let repaired else {
                    throw YAMLSyntaxError(duplicated: keys, line: context.mark.line)
                }
                text = repaired
            } catch {
                throw YAMLSyntaxError(error, in: text)
            }
        }
        preconditionFailure("The last round of reading returns.")
    }
}
