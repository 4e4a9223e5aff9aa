/// Why steps that somebody asked for are not taken: everything that is wrong with them.
public struct StepRefusal: Error, Sendable, Hashable {
    /// One thing that is wrong with one step.
    public enum Problem: Sendable, Hashable {
        /// No driver and no agent of this machine offers it.
        case notSupported(StepKind, StepID)
        /// It does not take these arguments.
        case unexpected(StepKind, StepID, [String])
        /// It needs these arguments, told with what they are for.
        case missing(StepKind, StepID, [String])
        /// It needs the ramdisk, and none is to be started.
        case needsRamdisk(StepKind, StepID)
        /// It is part of every deployment, and may be switched off but not be given a priority.
        case isCore(StepID)
        /// It is asked for more than once.
        case duplicate(StepID)
        /// The operator of the service forbids it.
        case disallowed(StepKind, StepID)
        /// A deployment's step without a priority.
        case noPriority(StepID)
        /// An argument is not what the step can use.
        case argument(StepID, String)
        /// No steps were given where some are to be taken.
        case noSteps(StepKind)
    }

    /// Deploy templates that the steps came from.
    public let templates: [String]
    public let problems: [Problem]

    public init(_ problems: [Problem], in templates: [String] = []) {
        precondition(!problems.isEmpty, "Steps are refused for a reason.")
        self.problems = problems
        self.templates = templates
    }

    /// The same steps stay wrong.
    public var isTransient: Bool { false }
}

extension StepRefusal: CustomStringConvertible {
    public var description: String {
        let source =
            templates.isEmpty ? "" : "deploy templates \(templates.joined(separator: ", "))"
        let reasons = problems.map(\.description).joined(separator: "; ")
        return source.isEmpty ? reasons : "\(source): \(reasons)"
    }
}

extension StepRefusal.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notSupported(let kind, let id): "the node does not support the \(kind) step \(id)"
        case .unexpected(let kind, let id, let names):
            "\(kind) step \(id) has unexpected arguments: \(names.joined(separator: ", "))"
        case .missing(let kind, let id, let names):
            "\(kind) step \(id) is missing required arguments: \(names.joined(separator: ", "))"
        case .needsRamdisk(let kind, let id): "\(kind) step \(id) requires the ramdisk"
        case .isCore(let id):
            "\(id) is a core step: it may be switched off by priority 0 and not be overridden"
        case .duplicate(let id): "\(id) is asked for more than once"
        case .disallowed(let kind, let id): "\(kind) step \(id) is not allowed here"
        case .noPriority(let id): "deploy step \(id) has no priority"
        case .argument(let id, let reason): "\(id): \(reason)"
        case .noSteps(let kind): "no \(kind) steps were given"
        }
    }
}
