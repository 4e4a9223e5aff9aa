package import Documents
package import OrderedCollections

/// A template in the part of Jinja's language that TripleO's trees use: conditions, loops,
/// assignments, includes, blocks, macros, filters, tests and expressions; not inheritance and
/// imports, which are refused in their line.
package struct JinjaTemplate {
    let name: String
    let statements: [JinjaStatement]
    let blocks: [String: [JinjaStatement]]

    /// - Parameter name: what errors call it.
    package init(_ source: String, named name: String) throws(JinjaError) {
        var parser = try JinjaParser(source, named: name)
        self.name = name
        statements = try parser.template()
        blocks = parser.blocks
    }

    /// The template's text with what it is given.
    ///
    /// Templates may change what they are given, as in Python; every rendering begins anew.
    /// - Parameter loader: the source of a template that is included; nil where there is none.
    package func text(
        _ values: OrderedDictionary<String, DocumentValue>,
        loader: @escaping (String) -> String? = { _ in nil }
    ) throws(JinjaError) -> String {
        let rendering = JinjaRendering(loader: loader)
        let context = values.mapValues(JinjaValue.init)
        return try rendering.text(of: self, JinjaScope(context))
    }
}
