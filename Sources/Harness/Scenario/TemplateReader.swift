import BareMetal
import Hardware
import World

/// Reads a scenario's `templates`: steps that are added to the deployment of every server whose
/// flavor asks for the trait of that name.
enum TemplateReader {
    private static let keys = ["name", "steps"]
    private static let stepKeys = ["step", "priority", "arguments"]
    private static let priorities = 0...1_000

    static func read(_ cursor: InputCursor) -> [DeployTemplate] {
        let entries = cursor.list(expected: "a list of deploy templates") ?? []
        return entries.compactMap(template)
    }

    private static func template(_ cursor: InputCursor) -> DeployTemplate? {
        guard let entry = cursor.mapping(expected: "a mapping with name and steps") else {
            return nil
        }
        entry.reportUnknownKeys(known: keys)
        let name = entry.required("name", expected: "a trait such as CUSTOM_GOLD")?
            .text(expected: "a trait such as CUSTOM_GOLD")
        let steps = entry.required("steps", expected: "a list of steps")?
            .list(expected: "a list of steps")?.compactMap(step)
        guard let name, let steps else { return nil }
        do throws(StepTemplateError) {
            return try DeployTemplate(
                name: Trait(name), uuid: Identifier(text: "template-\(name)"), steps: steps)
        } catch {
            cursor.report("found no deploy template, expected one: \(error)")
            return nil
        }
    }

    private static func step(_ cursor: InputCursor) -> RequestedStep? {
        guard let entry = cursor.mapping(expected: "a mapping with step and priority") else {
            return nil
        }
        entry.reportUnknownKeys(known: stepKeys)
        let id = entry.required("step", expected: "a step such as bios.factory_reset")
            .flatMap(StepReader.read)
        let priority = entry.required("priority", expected: "a priority, 0 for never")?
            .count(priorities)
        guard let id, let priority, let arguments = StepReader.arguments(entry) else { return nil }
        return RequestedStep(id.interface, id.name, arguments: arguments, priority: priority)
    }
}
