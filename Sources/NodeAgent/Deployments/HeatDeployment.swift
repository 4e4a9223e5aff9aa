package import Documents
import OrderedCollections

/// A config that Heat has for a machine, with the values it is to be carried out with: one item of
/// the metadata's `deployments`.
package struct HeatDeployment: Sendable, Hashable {
    /// The whole of it, as hooks get it.
    package private(set) var document: DocumentValue
    package let id: String
    /// What kind of config it is, and so which hook carries it out.
    package private(set) var group: String
    /// What it is given, in order.
    package let inputs: [DeploymentInput]

    /// - Throws: what is missing in it, in words.
    package init(_ document: DocumentValue) throws(HeatConfigError) {
        guard let id = document["id"]?.text else { throw HeatConfigError("a config has no id") }
        var inputs: [DeploymentInput] = []
        for input in document["inputs"]?.list ?? [] {
            guard let name = input["name"]?.text, let value = input["value"] else {
                throw HeatConfigError("config \(id): an input has no name or no value")
            }
            // What calls itself a string is one, whatever JSON made of it.
            let isText = input["type"] == "String"
            inputs.append(DeploymentInput(name, isText ? .string(value.text) : value))
        }
        self.document = Self.document(document, with: inputs)
        self.id = id
        self.inputs = inputs
        group = document["group"]?.text ?? ""
    }

    private static func document(
        _ document: DocumentValue, with inputs: [DeploymentInput]
    ) -> DocumentValue {
        guard var entries = document.map, let items = entries["inputs"]?.list else {
            return document
        }
        entries["inputs"] = .list(
            zip(items, inputs).map { item, input in
                var item = item.map ?? [:]
                item["value"] = input.value
                return .map(item)
            })
        return .map(entries)
    }

    /// The value of an input; of inputs that are called the same, the last.
    package subscript(input name: String) -> DocumentValue? {
        inputs.last { $0.name == name }?.value
    }

    package func option(_ name: String) -> DocumentValue? { document["options"]?[name] }

    /// The names of what it is to say in the end.
    package var outputs: [String] {
        (document["outputs"]?.list ?? []).compactMap { $0["name"]?.text }
    }

    /// Of a component, the part for what is done to the resource now; any other as it is. Nil
    /// where a component has no part for that.
    package func chosen() -> HeatDeployment? {
        guard group == "component" else { return self }
        let action = self[input: "deploy_action"] ?? .null
        for part in document["config"]?["configs"]?.list ?? [] {
            guard part["actions"]?.list?.contains(action) == true else { continue }
            var chosen = self
            var entries = document.map ?? [:]
            entries["config"] = part["config"] ?? .null
            entries["group"] = part["tool"] ?? .null
            chosen.document = .map(entries)
            chosen.group = part["tool"]?.text ?? ""
            return chosen
        }
        return nil
    }
}
