/// Why a deploy template or a runbook is no such thing.
public enum StepTemplateError: Error, Sendable, Hashable {
    /// The name is no trait: neither a standard one, nor `CUSTOM_` with capitals, digits and
    /// underscores; 255 characters at most.
    case name(String)
    case noSteps
    /// The same step of the same interface, more than once.
    case duplicates([StepID])
    case noPriority(StepID)
    /// The interface has no steps of this kind.
    case interface(StepID)

    /// The longest name.
    public static let nameLimit = 255
    /// What the names of standard traits begin with (os-traits).
    private static let standard = ["COMPUTE", "HW", "MISC", "OWNER", "STORAGE"]

    public var isTransient: Bool { false }

    static func check(name: String) throws(StepTemplateError) {
        let isSpelled = name.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "_"):
                true
            default: false
            }
        }
        let prefix = (standard + ["CUSTOM"]).first { name.hasPrefix($0 + "_") }
        guard isSpelled, name.utf8.count <= nameLimit, let prefix,
            name.utf8.count > prefix.utf8.count + 1
        else { throw .name(name) }
    }

    static func check(steps: [RequestedStep]) throws(StepTemplateError) {
        guard !steps.isEmpty else { throw .noSteps }
        if let stray = steps.first(where: { StepKind.deploy.rank(of: $0.interface) == nil }) {
            throw .interface(stray.id)
        }
        var seen: Set<StepID> = []
        var duplicates: [StepID] = []
        for step in steps where !seen.insert(step.id).inserted {
            if !duplicates.contains(step.id) { duplicates.append(step.id) }
        }
        guard duplicates.isEmpty else { throw .duplicates(duplicates) }
    }
}

extension StepTemplateError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .name(let name): "'\(name)' is no trait's name"
        case .noSteps: "it has no steps"
        case .duplicates(let ids):
            "steps are there more than once: \(ids.map(\.description).joined(separator: ", "))"
        case .noPriority(let id): "step \(id) has no priority"
        case .interface(let id): "interface '\(id.interface)' has no such steps"
        }
    }
}
