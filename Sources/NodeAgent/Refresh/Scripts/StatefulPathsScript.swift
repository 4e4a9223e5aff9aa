/// use-ephemeral's `01-setup-stateful-paths`: makes sure that what is to outlive the system's image
/// is where it outlives it. What is there already stays as it is.
package struct StatefulPathsScript: RefreshScript {
    /// The folder that state is kept under, on the ephemeral partition where there is one.
    package static let state = "/mnt/state"
    /// The paths that the image's elements have registered, one in a line, and below it what the
    /// image had there.
    private static let pristine = "/var/lib/use-ephemeral"

    package let phase = RefreshPhase.preConfigure
    package let name = "01-setup-stateful-paths"

    package init() {}

    package func run(on system: some NodeSystem) async throws(NodeSystemError) -> ScriptEnd {
        let list = try system.text(of: "\(Self.pristine)/stateful-paths") ?? ""
        for line in list.split(separator: "\n") {
            let path = "/" + line.split(separator: "/").joined(separator: "/")
            let place = Self.state + path
            let folder = place.split(separator: "/").dropLast().joined(separator: "/")
            try system.makeFolder("/\(folder)", mode: 0o755)
            guard try system.target(of: place) == nil, try system.status(of: place) == nil else {
                continue
            }
            try Self.copy(Self.pristine + path, to: place, on: system)
        }
        return .success
    }

    private static func copy(
        _ path: String, to place: String, on system: some NodeSystem
    ) throws(NodeSystemError) {
        if let target = try system.target(of: path) { return try system.link(place, to: target) }
        guard let status = try system.status(of: path) else { return }
        if status.kind == .folder {
            try system.makeFolder(place, mode: status.mode)
            for name in try system.names(in: path) ?? [] {
                try copy("\(path)/\(name)", to: "\(place)/\(name)", on: system)
            }
        } else if let bytes = try system.contents(of: path) {
            let file = FileContents(
                bytes: bytes, mode: status.mode, owner: status.owner, group: status.group)
            try system.replace(place, with: file)
        }
    }
}
