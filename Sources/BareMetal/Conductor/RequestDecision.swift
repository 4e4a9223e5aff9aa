import World

/// What accepting a request makes of a node. Pure: no lock, no clock, no chance.
struct RequestDecision: Sendable {
    /// The node as it is to be written, less its lock.
    private(set) var node: Node
    /// The intents to be written with it: the request's own, and the one it overtakes.
    private(set) var intents: [Intent] = []
    /// Whether the machine may start no ramdisk any more.
    private(set) var dismissesRamdisk = false

    /// - Parameters:
    ///   - identifier: the name of the request's intent.
    ///   - requester: who asks, which decides in whose hands the node is from now on.
    /// - Throws: the reason why the node does not take the request as it is.
    init(
        _ request: NodeRequest, as identifier: Identifier, on node: Node,
        by requester: Requester = .operator, under options: ConductorOptions
    ) throws(ConductorError) {
        self.node = node
        try Self.check(request, on: node, by: requester, under: options)
        let next: ProvisionState
        do { next = try ProvisionTable.next(from: node.provisionState, on: request.verb) } catch {
            throw .refused(error)
        }
        let intent = Intent(identifier: identifier, node: node.name, verb: request.verb)
        let custody = Custody.after(request, by: requester, from: node.custody)
        if custody != node.custody { self.node.custody = custody }
        switch request {
        case .unhold: unhold(to: next, intent)
        case .abort: abort(to: next, intent)
        default: begin(request, at: next, intent)
        }
    }
}

extension RequestDecision {
    /// Work of its own begins, in place of what was waited for.
    private mutating func begin(
        _ request: NodeRequest, at next: ProvisionState, _ intent: Intent
    ) {
        close(because: "it was overtaken by '\(request.verb)'")
        intents.append(intent)
        node.intent = intent
        node.provisionState = next
        node.step = nil
        node.requestedSteps = nil
        switch request {
        case .deploy(let instance): node.instance = instance
        case .adopt(let instance): node.instance = instance ?? node.instance
        case .rebuild(let image, let terms):
            node.instance?.image = image
            if let layout = terms.layout { node.instance?.layout = layout }
            node.instance?.ephemeral = terms.ephemeral
            node.instance?.rebuild = terms.id
        case .clean(let steps), .service(let steps): node.requestedSteps = steps
        case .rescue(let password): node.rescuePassword = password
        case .manage, .inspect, .provide, .undeploy, .unrescue, .abort, .unhold: break
        }
    }

    /// The work that was held goes on; the request itself is done with that.
    private mutating func unhold(to next: ProvisionState, _ intent: Intent) {
        var done = intent
        done.outcome = .done
        intents.append(done)
        node.answered.append(done.identifier)
        node.provisionState = next
    }

    /// The work ends here, unless its step may not be broken off: then it ends after that. What it
    /// left behind is cleared away under the same lock. A node in use is in use again only once its
    /// instance runs, so its state waits for that.
    private mutating func abort(to next: ProvisionState, _ intent: Intent) {
        if let progress = node.step, progress.defersAbort {
            var done = intent
            done.outcome = .done
            intents.append(done)
            node.answered.append(done.identifier)
            node.step?.isToAbort = true
            return
        }
        close(because: Self.abortReason)
        intents.append(intent)
        node.intent = intent
        node.step = nil
        node.requestedSteps = nil
        node.rescuePassword = nil
        dismissesRamdisk = true
        guard next != .active else { return }
        node.provisionState = next
        node.lastError = Self.abortReason
    }

    static let abortReason = "it was aborted by request"

    private mutating func close(because reason: String) {
        guard var old = node.intent else { return }
        old.outcome = .failed(reason: reason)
        intents.append(old)
    }
}
