import NodeAgent

/// As much of Docker as heat-agents ask of it: containers have names and labels, and are kept on
/// the machine's disk.
enum ContainerEngine {
    private static let folder = "/var/lib/docker/containers"

    static let program = NodeProgram(.seconds(2)) { command, system throws(NodeSystemError) in
        let arguments = command.arguments
        switch arguments.first {
        case "run": return try run(arguments, system)
        case "inspect": return try inspect(arguments.last ?? "", system)
        case "ps": return try list(arguments, system)
        case "exec": return try exec(arguments, system)
        case "rm":
            for name in arguments.dropFirst() where !name.hasPrefix("-") {
                try system.remove("\(folder)/\(name)")
            }
        case "rename" where arguments.count == 3:
            try system.move("\(folder)/\(arguments[1])", to: "\(folder)/\(arguments[2])")
        default: break
        }
        return CommandResult(status: 0)
    }

    private static func run(
        _ arguments: [String], _ system: SimulatedNodeSystem
    ) throws(NodeSystemError) -> CommandResult {
        let name = value(after: "--name", in: arguments) ?? "unnamed"
        guard try system.status(of: "\(folder)/\(name)") == nil else {
            return CommandResult(status: 125, errors: Array("name is in use\n".utf8))
        }
        let labels = arguments.indices.filter { arguments[$0] == "--label" }
            .map { arguments[$0 + 1] }
        let text = labels.map { "\($0)\n" }.joined()
        try system.replace("\(folder)/\(name)", with: FileContents(bytes: Array(text.utf8)))
        return CommandResult(status: 0, output: Array("\(name)\n".utf8))
    }

    private static func inspect(
        _ name: String, _ system: SimulatedNodeSystem
    ) throws(NodeSystemError) -> CommandResult {
        let isThere = try system.status(of: "\(folder)/\(name)") != nil
        return CommandResult(
            status: isThere ? 0 : 1, output: isThere ? Array("exists\n".utf8) : [])
    }

    private static func exec(
        _ arguments: [String], _ system: SimulatedNodeSystem
    ) throws(NodeSystemError) -> CommandResult {
        let name = arguments.dropFirst().first { !$0.hasPrefix("-") } ?? ""
        let isThere = try system.status(of: "\(folder)/\(name)") != nil
        return CommandResult(status: isThere ? 0 : 1)
    }

    /// The names, or with a format the labels that it asks for, of those that all filters let by.
    private static func list(
        _ arguments: [String], _ system: SimulatedNodeSystem
    ) throws(NodeSystemError) -> CommandResult {
        let filters = arguments.indices.filter { arguments[$0] == "--filter" }
            .map { String(arguments[$0 + 1].dropFirst("label=".count)) }
        let format = value(after: "--format", in: arguments) ?? "{{.Names}}"
        var lines: [String] = []
        for name in try system.names(in: folder) ?? [] {
            let text = String(
                decoding: try system.contents(of: "\(folder)/\(name)") ?? [], as: UTF8.self)
            let labels = text.split(separator: "\n").map(String.init)
            guard filters.allSatisfy(labels.contains) else { continue }
            var line = format.replacing("{{.Names}}", with: name)
            for label in labels {
                guard let mark = label.firstIndex(of: "=") else { continue }
                line = line.replacing(
                    "{{.Label \"\(label[..<mark])\"}}", with: label[mark...].dropFirst())
            }
            lines.append(line.replacing(/{{\.Label "[^"]*"}}/, with: ""))
        }
        return CommandResult(status: 0, output: Array(lines.map { "\($0)\n" }.joined().utf8))
    }

    private static func value(after name: String, in arguments: [String]) -> String? {
        guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else {
            return nil
        }
        return arguments[index + 1]
    }
}
