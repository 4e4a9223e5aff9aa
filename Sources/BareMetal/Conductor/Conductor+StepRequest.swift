import Hardware
public import World

extension Conductor {
    /// Takes on steps that are asked for by their list or by a runbook's name, as
    /// ``request(_:of:resting:)`` does.
    ///
    /// A runbook's steps are taken as they are now; a change of it later changes no work that has
    /// begun.
    ///
    /// - Throws: ``ConductorError/forbidden(_:_:)`` also where there is no such runbook, or the
    ///   node does not carry its trait.
    @discardableResult
    public func request(
        _ request: StepRequest, of name: NodeName,
        resting rest: (inout Transaction) -> Void = { _ in }
    ) async throws(ConductorError) -> Identifier {
        guard request.kind == .clean || request.kind == .service else {
            throw .forbidden(
                name, .invalid("steps of a deployment are asked for with its instance"))
        }
        var (steps, ramdisk) = ([RequestedStep](), request.ramdisk)
        var approval: Runbook?
        switch request.source {
        case .steps(let listed): steps = listed
        case .runbook(let reference):
            let runbook = try await runbook(reference, for: name)
            (steps, approval) = (runbook.steps, runbook)
            if runbook.ramdisk == .disabled { ramdisk = .disabled }
        }
        let whole: NodeRequest = request.kind == .clean ? .clean(steps) : .service(steps)
        return try await take(
            whole, of: name, by: .operator,
            under: StepTerms(runbook: approval, ramdisk: ramdisk), resting: rest)
    }

    /// By name, as most ask; by identifier where no runbook has that name.
    private func runbook(
        _ reference: String, for node: NodeName
    ) async throws(ConductorError) -> Runbook {
        do {
            if let named = try await store.get(Runbook.self, reference) { return named.document }
            let found = try await store.scan(Runbook.self).first {
                $0.document.uuid.text == reference
            }
            if let found { return found.document }
        } catch { throw .store(error) }
        throw .forbidden(node, .invalid("there is no runbook '\(reference)'"))
    }
}
