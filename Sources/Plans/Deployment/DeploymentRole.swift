package import Documents
import Orchestration
package import OrderedCollections

/// A kind of server that plans may have: a template, in one of its versions. A version never
/// changes; another template is another version.
package struct DeploymentRole: Sendable, Hashable {
    package let name: String
    package let version: Int
    /// The template's text, and the file that it came from.
    package let template: String
    package let file: String
    /// Its parameters as the template has them, and the names of its outputs.
    package let parameters: OrderedDictionary<String, DocumentValue>
    package let outputs: [String]
    package let description: String?

    /// - Throws: everything that is wrong with the template, each with file, line and key.
    package init(
        _ name: String, version: Int = 1, template: String, file: String
    ) throws(PlanError) {
        let isWord = name.allSatisfy { $0.isLetter || $0.isNumber || "_.".contains($0) }
        guard !name.isEmpty, isWord, name.first?.isLetter == true else {
            throw PlanError("'\(name)' is no name of a role: letters, digits, '_' and '.' only")
        }
        let parsed: Template
        do { parsed = try Template(parsing: template, file: file) } catch {
            throw PlanError(error.description)
        }
        let document: DocumentValue
        do { document = try DocumentValue(yaml: template) } catch {
            throw PlanError("\(file):\(error.line): \(error.message)")
        }
        self.name = name
        self.version = version
        self.template = template
        self.file = file
        description = parsed.description
        parameters = document["parameters"]?.map ?? [:]
        outputs = Array(parsed.outputs.keys)
    }

    /// What the names of its parameters and outputs begin with in a plan.
    package var namespace: String { "\(name)-\(version)" }

    /// What a plan's environment calls its template.
    package var alias: String { "Tuskar::\(namespace)" }

    /// The file of its template in what a plan comes to.
    package var templateFile: String { "provider-\(namespace).yaml" }

    /// The resource of a plan's template that holds its servers.
    package var group: String { "\(namespace)-servers" }

    /// A parameter's or an output's name in a plan.
    package func qualified(_ name: String) -> String { "\(namespace)::\(name)" }

    package var countName: String { qualified("count") }
    package var removalName: String { qualified("removal_policies") }
}
