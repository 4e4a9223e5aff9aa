/// Where one resource is.
struct ResourceAddress: Sendable, Hashable {
    static let base = "/redfish/v1"

    let kind: ResourceKind
    /// What stands for the stars of the kind.
    let names: [String]

    init(_ kind: ResourceKind, _ names: String...) {
        self.kind = kind
        self.names = names
    }

    init(_ kind: ResourceKind, names: [String]) {
        self.kind = kind
        self.names = names
    }

    /// The resource of a path; nil where there is none.
    init?(path: [String]) {
        guard path.count >= 2, path[0] == "redfish", path[1] == "v1",
            let (kind, names) = ResourceKind.find(path.dropFirst(2))
        else { return nil }
        self.init(kind, names: names)
    }

    /// The resource that a link leads to; nil where it leads nowhere.
    init?(link: JSON?) {
        guard let text = link?["@odata.id"]?.text, let target = RequestTarget(text),
            target.parameters.isEmpty
        else { return nil }
        self.init(path: target.path)
    }

    var path: String {
        guard kind != .root else { return Self.base + "/" }
        var rest = names[...]
        let parts = kind.rawValue.split(separator: "/").map { part in
            part == "*" ? RequestTarget.encoded(rest.removeFirst()) : String(part)
        }
        return Self.base + "/" + parts.joined(separator: "/")
    }

    var link: JSON { ["@odata.id": .text(path)] }
}
