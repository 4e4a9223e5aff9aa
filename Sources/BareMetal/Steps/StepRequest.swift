/// Steps that an operator asks for, as the request to Ironic's API has them: listed, or by the name
/// of a runbook that has them.
public struct StepRequest: Sendable, Hashable {
    /// Where the steps come from. Never from two places.
    public enum Source: Sendable, Hashable {
        case steps([RequestedStep])
        /// A runbook's name or identifier.
        case runbook(String)
    }

    /// Cleaning, deployment or service.
    public let kind: StepKind
    public let source: Source
    /// Whether a ramdisk may be started for them; a runbook may forbid it as well.
    public let ramdisk: StepValidation.Ramdisk

    public init(
        _ kind: StepKind, _ source: Source, ramdisk: StepValidation.Ramdisk = .allowed
    ) {
        precondition(
            [.clean, .deploy, .service].contains(kind), "Only these take steps of an operator's.")
        self.kind = kind
        self.source = source
        self.ramdisk = ramdisk
    }
}
