import Hardware

/// What tells machines apart (TripleO's matching: MAC, controller, identifier; Ironic's: name), and
/// which node of a file claimed it first.
struct NodeIdentities {
    enum Identity: Hashable {
        case name(String)
        case uuid(String)
        case port(MACAddress)
        case controller(BMCAddress)
    }

    private struct Place {
        let path: InputPath
        let line: Int
    }

    private var claims: [Identity: Place] = [:]

    /// Reports a claim on what another has.
    ///
    /// - Parameter shared: whether several may have it, which is then only noticed.
    mutating func claim(_ identity: Identity, at cursor: InputCursor, shared: Bool = false) {
        guard let first = claims[identity] else {
            claims[identity] = Place(path: cursor.path, line: cursor.line)
            return
        }
        let (kind, value) = identity.words
        let words = "\(kind) \(value), already that of \(first.path) in line \(first.line)"
        if shared { cursor.notice("shared \(words)") } else { cursor.report("duplicate \(words)") }
    }

    /// A name like the proposed one that no node of the file has.
    mutating func freeName(_ proposal: String) -> NodeName {
        var (name, attempt) = (proposal, 1)
        while claims[.name(name)] != nil {
            attempt += 1
            name = "\(proposal)-\(attempt)"
        }
        return NodeName(name)
    }
}

extension NodeIdentities.Identity {
    var words: (kind: String, value: String) {
        switch self {
        case .name(let name): ("name", "'\(name)'")
        case .uuid(let uuid): ("uuid", uuid)
        case .port(let address): ("MAC address", address.description)
        case .controller(let address): ("BMC address", address.description)
        }
    }
}
