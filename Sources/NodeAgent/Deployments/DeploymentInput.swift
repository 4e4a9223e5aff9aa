package import Documents

/// A value that a config is carried out with.
package struct DeploymentInput: Sendable, Hashable {
    package let name: String
    package let value: DocumentValue

    package init(_ name: String, _ value: DocumentValue) {
        self.name = name
        self.value = value
    }

    /// As programs get it in their environment: maps and lists as JSON. Nil for what is no text
    /// and none of them, which the environment cannot hold.
    package var variable: String? {
        switch value {
        case .map, .list: value.json
        case .string(let text): text
        default: nil
        }
    }
}
