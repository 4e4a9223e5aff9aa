import Hardware
import NodeAgent
import Orchestration
import World

/// What is asked of stacks, and what machines tell them.
extension Leader {
    private var service: StackService { stacks.service }

    func answer(_ wish: StackWish) async throws(StackFault) -> StackWish.Reply {
        let stack = try await service.show(CloudTemplate.stackName)
        if !stack.tags.contains(wish.id) { try await carryOut(wish, stack) }
        return StackWish.Reply()
    }

    private func carryOut(_ wish: StackWish, _ stack: StackRecord) async throws(StackFault) {
        switch wish.content {
        case .update(let files, let environment, let rollback):
            var (changes, options) = (StackService.Changes(), StackService.Options())
            changes.files = files
            changes.environment = Environment(document: environment)
            options.rollback = rollback
            options.tags = [wish.id]
            try await service.patch(stack.id, changes, options)
        case .clear(let hook, let path):
            let (inner, name) = try await place(of: path, in: stack.id)
            try await service.clear(hook, inner, resource: name)
        case .cancelUpdate: try await service.cancelUpdate(stack.id)
        case .delete: try await service.delete(stack.id)
        }
    }

    /// The stack that a path leads into, and the resource in it.
    private func place(
        of path: [String], in stack: String
    ) async throws(StackFault) -> (stack: String, resource: String) {
        var stack = stack
        for name in path.dropLast() {
            let resources = try await service.resources(stack)
            guard let inner = resources.first(where: { $0.name == name })?.physicalID else {
                throw .missing("the resource \(path.joined(separator: "/"))")
            }
            stack = inner
        }
        return (stack, path.last ?? "")
    }

    /// Passes on what a machine tells of a deployment.
    func answer(_ signal: ResourceSignal) async throws(StackFault) -> ResourceSignal.Reply {
        guard let address = SignalAddress(signal.path),
            let details = TemplateValue(json: signal.details)
        else { return .unknown }
        do throws(StackFault) {
            if let config = signal.config,
                try await service.deployment(address.resource, in: address.stack)?.config != config
            {
                return .unknown
            }
            try await service.signal(address.stack, resource: address.resource, details)
            return .taken
        } catch .missing {
            return .unknown
        }
    }
}
