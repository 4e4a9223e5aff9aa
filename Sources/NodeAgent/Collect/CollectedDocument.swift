package import Documents

/// A piece of metadata, by the name it is kept under.
package struct CollectedDocument: Sendable, Hashable {
    package let name: String
    package let value: DocumentValue

    package init(_ name: String, _ value: DocumentValue) {
        self.name = name
        self.value = value
    }

    /// What one source says, as it is kept: the whole under the source's name, then each deployment
    /// that os-apply-config is to apply under its own.
    ///
    /// Source: os-collect-config 14.1.0, `merger`.
    /// - Parameter keys: under which deployments stand.
    package static func exploded(
        _ value: DocumentValue, from source: String, keys: [String] = ["deployments"]
    ) -> [CollectedDocument] {
        var documents = [CollectedDocument(source, value)]
        for key in keys {
            for deployment in value[key]?.list ?? [] {
                let group = deployment["group"]?.text ?? "Heat::Ungrouped"
                guard let name = deployment["name"]?.text,
                    group == "os-apply-config" || group == "Heat::Ungrouped"
                else { continue }
                documents.append(CollectedDocument(name, deployment["config"] ?? .null))
            }
        }
        return documents
    }
}
