/// What else steps that are asked for have to be fit for.
struct StepTerms: Sendable {
    /// The runbook they come from, whose trait the node must carry.
    var runbook: Runbook?
    var ramdisk: StepValidation.Ramdisk = .allowed

    func check(_ node: Node) throws(ConductorError) {
        guard let runbook, !runbook.fits(node) else { return }
        throw .forbidden(
            node.name,
            .invalid("runbook '\(runbook.name)' is for nodes that carry one of its traits"))
    }
}
