import Documents
import OrderedCollections

/// What a hook says of a deployment.
struct HookAnswer: Sendable {
    private var entries: OrderedDictionary<String, DocumentValue> = [:]

    /// - Parameter outputs: what the config said on its own, before what is said of every one.
    init(_ result: CommandResult, outputs: OrderedDictionary<String, DocumentValue> = [:]) {
        self.init(
            output: String(decoding: result.output, as: UTF8.self),
            errors: String(decoding: result.errors, as: UTF8.self), status: result.status,
            outputs: outputs)
    }

    init(
        output: String = "", errors: String = "", status: Int = 0,
        outputs: OrderedDictionary<String, DocumentValue> = [:]
    ) {
        entries = outputs
        entries["deploy_stdout"] = .string(output)
        entries["deploy_stderr"] = .string(errors)
        entries["deploy_status_code"] = .integer(status)
    }

    /// As the program that a hook is would end.
    var result: CommandResult {
        CommandResult(status: 0, output: Array(DocumentValue.map(entries).json.utf8))
    }

    /// What becomes of a program that breaks on what it is given.
    static func broken(_ reason: String) -> CommandResult {
        CommandResult(status: 1, errors: Array(reason.utf8))
    }
}
