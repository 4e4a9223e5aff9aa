/// Which volumes of a configuration are built (the arguments of Ironic's `create_configuration`).
public enum RAIDChoice: Sendable, Hashable, Codable {
    case all
    case rootOnly
    case allButRoot
    case none

    func includes(_ disk: LogicalDisk) -> Bool {
        switch self {
        case .all: true
        case .rootOnly: disk.isRoot
        case .allButRoot: !disk.isRoot
        case .none: false
        }
    }

    /// - Throws: an argument that is no truth.
    init(_ arguments: [String: JSONValue]) throws(RAIDRefusal) {
        let root = try Self.truth("create_root_volume", arguments)
        let others = try Self.truth("create_nonroot_volumes", arguments)
        self = root ? (others ? .all : .rootOnly) : (others ? .allButRoot : .none)
    }

    static func truth(
        _ name: String, _ arguments: [String: JSONValue]
    ) throws(RAIDRefusal) -> Bool {
        switch arguments[name] {
        case nil: return true
        case .truth(let truth)?: return truth
        case .text(let text)?:
            guard let truth = Bool(text.lowercased()) else { throw .argument(name) }
            return truth
        default: throw .argument(name)
        }
    }
}
