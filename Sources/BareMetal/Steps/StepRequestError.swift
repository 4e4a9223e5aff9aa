/// What is wrong with the form of a request for steps.
public enum StepRequestError: Error, Sendable, Hashable {
    /// A part of it has another form than Ironic's schema: where, and what was expected there.
    case schema(String, expected: String)
    /// The target's work takes no steps.
    case target(String)
    /// A list of steps that belongs to other work than what is asked for.
    case otherTarget(String, target: String)
    /// Both steps and a runbook are given.
    case stepsAndRunbook(String)
    /// Neither steps nor a runbook are given.
    case nothing(StepKind)
    /// Deployments take no runbook.
    case runbookTarget(String)
    /// A deployment cannot be asked to do without a ramdisk.
    case ramdiskTarget(String)

    /// The same request stays wrong.
    public var isTransient: Bool { false }
}

extension StepRequestError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .schema(let path, let expected): "\(path): expected \(expected)"
        case .target(let target): "target '\(target)' takes no steps"
        case .otherTarget(let key, let target): "'\(key)' does not belong to target '\(target)'"
        case .stepsAndRunbook(let key): "'\(key)' and 'runbook' are given; one of them is meant"
        case .nothing(let kind): "'\(kind)_steps' or 'runbook' is needed"
        case .runbookTarget(let target):
            "'runbook' belongs to target 'clean' or 'service', not to '\(target)'"
        case .ramdiskTarget(let target):
            "'disable_ramdisk' belongs to target 'clean' or 'service', not to '\(target)'"
        }
    }
}
