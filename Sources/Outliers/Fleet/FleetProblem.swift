/// What is wrong with the documents of a fleet, so that no machine is judged well, or left out, in
/// silence.
public enum FleetProblem: Sendable, Hashable {
    /// The document is cut short or no facts at all. Its machine is not judged.
    case unreadable(origin: String, why: String)
    /// The document does not say who it is of; the machine goes by the document's name.
    case unnamed(machine: String)
    /// Several documents say they are of one machine. Each is judged by itself, and goes by the
    /// name and its document's.
    case duplicate(name: String, origins: [String])
    /// The document says nothing at all of the machine.
    case empty(machine: String)
    /// Entries of the document were passed over.
    case remark(machine: String, String)
}

extension FleetProblem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let origin, let why): "\(origin) cannot be read: \(why)"
        case .unnamed(let machine): "\(machine) has no serial number or the like; named by its file"
        case .duplicate(let name, let origins):
            "\(name) is said of \(origins.count) documents: \(origins.joined(separator: ", "))"
        case .empty(let machine): "\(machine) has no facts"
        case .remark(let machine, let remark): "\(machine): \(remark)"
        }
    }
}
