import ArgumentParser
import Documents
import OrderedCollections
import Plans

/// `updraft plan set cloud compute-1::Image=overcloud-full`
struct PlanSetCommand: PlanStoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Gives parameters of a plan their values, all or none.",
        discussion: """
            Names have the role with its version before them; values are YAML. From a file come \
            those of its section 'parameters':

              updraft plan set cloud compute-1::Image=overcloud-full compute-1::Debug=true
              updraft plan set cloud --file values.yaml
            """)

    @OptionGroup var plans: PlanStoreOptions

    @Option(help: "An environment file.", completion: .file(extensions: ["yaml"]))
    var file: String?

    @Argument(help: "The plan's name.")
    var plan: String

    @Argument(help: "Parameters with their values, as in name=value.")
    var values: [String] = []

    func act() throws {
        let given = try self.given()
        let words = "set \(given.keys.joined(separator: ", "))"
        try change(plan, words) { (_, plan) throws(PlanError) in try plan.set(given) }
    }

    private func given() throws -> OrderedDictionary<String, DocumentValue> {
        var given: OrderedDictionary<String, DocumentValue> = [:]
        if let file {
            let document = try Self.document(try InputText.read(file), file)
            guard let parameters = document["parameters"]?.map else {
                throw PlanError("\(file): there is no section 'parameters'")
            }
            given = parameters
        }
        for value in values {
            guard let mark = value.firstIndex(of: "=") else {
                throw PlanError("'\(value)': a parameter and its value are written name=value")
            }
            let name = String(value[..<mark])
            let text = String(value[value.index(after: mark)...])
            given[name] = text.isEmpty ? "" : try Self.document(text, name)
        }
        guard !given.isEmpty else { throw PlanError("nothing is set: name=value, or --file") }
        return given
    }

    private static func document(_ text: String, _ place: String) throws -> DocumentValue {
        do { return try DocumentValue(yaml: text) } catch {
            throw PlanError("\(place):\(error.line): \(error.message)")
        }
    }
}
