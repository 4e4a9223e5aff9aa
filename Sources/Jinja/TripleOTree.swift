package import Documents
package import OrderedCollections

/// The templates of a tree of TripleO's of 2016 and later, which are rendered with roles and
/// networks before Heat sees them.
///
/// Source: tripleo-heat-templates' own `process-templates` at its last commit.
package struct TripleOTree {
    private let files: OrderedDictionary<String, String>

    /// - Parameter files: the texts of a tree by their paths below its root.
    package init(_ files: OrderedDictionary<String, String>) { self.files = files }

    /// What the tree's templates make, by path: one file of each, or one for every role or every
    /// network.
    /// - Parameters:
    ///   - roles: what `roles_data.yaml` says.
    ///   - networks: what `network_data.yaml` says; null where there is none.
    package func rendered(
        roles: DocumentValue, networks: DocumentValue = .null
    ) throws(JinjaError) -> OrderedDictionary<String, String> {
        let data = TripleOData(roles: roles, networks: networks)
        let excluded = Set(try excludes())
        var rendered: OrderedDictionary<String, String> = [:]
        for (path, text) in files where !isHidden(path) {
            for file in data.files(of: path, text) where !excluded.contains(file.path) {
                let template = try JinjaTemplate(text, named: path)
                rendered[file.path] = try template.text(file.values) { name in
                    self.included(name, by: path)
                }
            }
        }
        return rendered
    }

    private func isHidden(_ path: String) -> Bool {
        path.split(separator: "/").contains { $0.hasPrefix(".") }
    }

    /// A template is looked for beside the one that includes it, and then from the root.
    private func included(_ name: String, by path: String) -> String? {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        return files[folder.isEmpty ? name : "\(folder)/\(name)"] ?? files[name]
    }

    private func excludes() throws(JinjaError) -> [String] {
        let path = "j2_excludes.yaml"
        guard let text = files[path] else { return [] }
        do {
            return try DocumentValue(yaml: text)["name"]?.list?.map(\.text) ?? []
        } catch { throw JinjaError(template: path, line: error.line, message: error.message) }
    }
}
