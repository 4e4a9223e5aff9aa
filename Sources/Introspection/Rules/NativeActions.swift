import Documents
import OrderedCollections

/// What rules of Ironic's own do.
enum NativeActions {
    private static let levels: Set<String> = ["debug", "info", "warning", "error", "critical"]

    static func run(
        _ action: NativeOperation, _ item: DocumentValue?, _ view: RuleView,
        _ outcome: inout RuleOutcome
    ) throws(RuleFault) {
        let arguments = action.filledArguments(outcome.subject, item, view)
        let (name, path) = (arguments["name"]?.text ?? "", arguments["path"]?.text ?? "")
        switch action.name {
        case "fail": throw RuleFault(arguments["msg"]?.text ?? "")
        case "log": try log(arguments, &outcome)
        case "set-capability": try setCapability(name, arguments["value"] ?? .null, &outcome)
        case "unset-capability": try unsetCapability(name, &outcome)
        case "add-trait": outcome.subject.addTrait(name)
        case "remove-trait": outcome.subject.removeTrait(name)
        case "api-call":
            outcome.requests.append(
                .init(url: arguments["url"]?.text ?? "", arguments: .map(arguments)))
        case let other where other.hasSuffix("-plugin-data"):
            let keys = path.split(separator: ".", omittingEmptySubsequences: false)
            try change(
                other, &outcome.subject.pluginData, at: keys.map(String.init), arguments, path)
        case let other where other.hasSuffix("-port-attribute"):
            let port = arguments["port_id"] ?? .null
            guard
                let place = outcome.subject.ports.firstIndex(where: {
                    $0["uuid"] == port && port != .null
                })
            else { throw RuleFault("Port \(port.text) could not be found.") }
            try change(other, &outcome.subject.ports[place], at: keys(path), arguments, path)
        default:
            try change(action.name, &outcome.subject.node, at: keys(path), arguments, path)
        }
    }

    private static func log(
        _ arguments: OrderedDictionary<String, DocumentValue>, _ outcome: inout RuleOutcome
    ) throws(RuleFault) {
        let level = (arguments["level"]?.text ?? "info").lowercased()
        guard levels.contains(level) else { throw RuleFault("Invalid log level: \(level)") }
        outcome.messages.append(.init(level: level, text: arguments["msg"]?.text ?? ""))
    }

    /// Ironic adds a capability behind those of the same name, and Nova reads the last one.
    private static func setCapability(
        _ name: String, _ value: DocumentValue, _ outcome: inout RuleOutcome
    ) throws(RuleFault) {
        guard let text = value.string else {
            throw RuleFault(
                "Failed to set capability \(name): sequence item 1: expected str instance,"
                    + " \(value.kind) found")
        }
        let hasAny = outcome.subject.node["properties"]?["capabilities"]?.isTrue ?? false
        let old = hasAny ? try capabilities(outcome) : ""
        let new = (old.isEmpty ? "" : old + ",") + "\(name):\(text)"
        outcome.subject.node.update(at: ["properties", "capabilities"]) { $0 = .string(new) }
    }

    private static func unsetCapability(
        _ name: String, _ outcome: inout RuleOutcome
    ) throws(RuleFault) {
        let entries = try capabilities(outcome)
            .split(separator: ",", omittingEmptySubsequences: false)
        let kept = entries.filter { !$0.hasPrefix("\(name):") }.joined(separator: ",")
        outcome.subject.node.update(at: ["properties", "capabilities"]) { $0 = .string(kept) }
    }

    private static func capabilities(_ outcome: RuleOutcome) throws(RuleFault) -> String {
        switch outcome.subject.node["properties"]?["capabilities"] ?? .null {
        case .null: return ""
        case .string(let text): return text
        case let other:
            throw RuleFault("the node's capabilities are no text but \(other.kind)")
        }
    }

    /// Dots or slashes separate the parts of a path.
    private static func keys(_ path: String) -> [String] {
        path.contains("/")
            ? path.split(separator: "/").map(String.init)
            : path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }

    private static func change(
        _ operation: String, _ document: inout DocumentValue, at keys: [String],
        _ arguments: OrderedDictionary<String, DocumentValue>, _ path: String
    ) throws(RuleFault) {
        let value = arguments["value"] ?? .null
        if operation.hasPrefix("set-") {
            guard canHold(document, keys, operation), document.update(at: keys, { $0 = value })
            else {
                throw RuleFault("Failed to set attribute \(path) with value \(value.text)")
            }
        } else if operation.hasPrefix("extend-") {
            guard canHold(document, keys, operation) else {
                throw RuleFault("Failed to extend attribute \(path): it is not there")
            }
            try extend(
                &document, at: keys, arguments, isOfPlugins: operation.hasSuffix("plugin-data"))
        } else if operation == "unset-plugin-data" {
            unset(&document, at: keys)
        } else {
            guard document.value(at: keys) != nil else {
                throw RuleFault("Failed to delete attribute at \(path): it is not there")
            }
            document.update(at: keys) { $0 = nil }
        }
    }

    /// Ironic makes maps on the way, but no attribute of a node or a port.
    private static func canHold(
        _ document: DocumentValue, _ keys: [String], _ operation: String
    ) -> Bool {
        operation.hasSuffix("plugin-data") || keys.count < 2 || document[keys[0]] != nil
    }

    private static func extend(
        _ document: inout DocumentValue, at keys: [String],
        _ arguments: OrderedDictionary<String, DocumentValue>, isOfPlugins: Bool
    ) throws(RuleFault) {
        let (path, value) = (keys.joined(separator: "."), arguments["value"] ?? .null)
        let isUnique = arguments["unique"]?.isTrue ?? false
        var old = document.value(at: keys) ?? []
        if isOfPlugins, !old.isTrue { old = [] }
        if isOfPlugins, isUnique, let text = old.string, let part = value.string,
            text.contains(part)
        {
            return
        }
        guard var items = old.list else {
            throw RuleFault("Cannot extend non-list attribute \(path) with value \(value.text)")
        }
        if !isUnique || !items.contains(where: { $0.equals(value) }) { items.append(value) }
        guard document.update(at: keys, { $0 = .list(items) }) else {
            throw RuleFault("Failed to extend attribute \(path)")
        }
    }

    /// A map that is left empty goes with its last entry, unless it is the plugins' data itself.
    private static func unset(_ document: inout DocumentValue, at keys: [String]) {
        guard document.value(at: keys) != nil else { return }
        let parent = keys.dropLast()
        let isLast = document.value(at: parent)?.map?.count == 1
        if isLast, parent.isEmpty { return }
        document.update(at: isLast ? Array(parent) : keys) { $0 = nil }
    }
}
