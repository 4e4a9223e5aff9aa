extension StepRequest {
    private static let kinds: [(target: String, kind: StepKind)] = [
        ("clean", .clean), ("active", .deploy), ("rebuild", .deploy), ("service", .service),
    ]

    /// Reads the body of a request to set a node's provision state.
    ///
    /// - Throws: the first thing that is wrong with its steps. What else such a body may hold is
    ///   not looked at.
    public init(_ body: JSONValue) throws(StepRequestError) {
        guard body.object != nil else { throw .schema("the body", expected: "an object") }
        guard let target = body["target"]?.text else {
            throw .schema("target", expected: "the name of a target state")
        }
        guard let kind = Self.kinds.first(where: { $0.target == target })?.kind else {
            throw .target(target)
        }
        let own = Self.key(of: kind)
        for other in [StepKind.clean, .deploy, .service].map(Self.key)
        where other != own && Self.isGiven(body[other]) {
            throw .otherTarget(other, target: target)
        }
        let source = try Self.source(body, kind, target)
        self.init(kind, source, ramdisk: try Self.ramdisk(body, kind, target))
    }

    private static func key(of kind: StepKind) -> String { "\(kind)_steps" }

    private static func isGiven(_ value: JSONValue?) -> Bool { value != nil && value != .null }

    private static func source(
        _ body: JSONValue, _ kind: StepKind, _ target: String
    ) throws(StepRequestError) -> Source {
        let key = key(of: kind)
        if let runbook = body["runbook"], isGiven(runbook) {
            guard kind != .deploy else { throw .runbookTarget(target) }
            guard !isGiven(body[key]) else { throw .stepsAndRunbook(key) }
            guard let name = runbook.text, !name.isEmpty else {
                throw .schema("runbook", expected: "a name or an identifier")
            }
            return .runbook(name)
        }
        guard let value = body[key], isGiven(value) else {
            // A deployment has steps of its own.
            guard kind == .deploy else { throw .nothing(kind) }
            return .steps([])
        }
        guard let list = value.list else { throw .schema(key, expected: "a list of steps") }
        guard !list.isEmpty || kind == .deploy else { throw .nothing(kind) }
        var steps: [RequestedStep] = []
        for (index, entry) in list.enumerated() {
            steps.append(try RequestedStep(entry, for: kind, at: "\(key)[\(index)]"))
        }
        return .steps(steps)
    }

    private static func ramdisk(
        _ body: JSONValue, _ kind: StepKind, _ target: String
    ) throws(StepRequestError) -> StepValidation.Ramdisk {
        guard let value = body["disable_ramdisk"], isGiven(value) else { return .allowed }
        guard let isDisabled = value.truth else {
            throw .schema("disable_ramdisk", expected: "true or false")
        }
        guard isDisabled else { return .allowed }
        guard kind != .deploy else { throw .ramdiskTarget(target) }
        return .disabled
    }
}
