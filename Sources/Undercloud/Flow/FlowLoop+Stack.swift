import CloudResources
import Hardware
import Networks
import Orchestration
import World

/// An overcloud that is a stack of somebody's own templates.
extension FlowLoop {
    /// What the overcloud is to be made of; nil where the plan's roles are all. Nobody changes it.
    func overcloudTemplate() async throws(StoreError) -> CloudTemplate? {
        if let known = template { return known }
        let found = try await store.get(CloudTemplate.self, CloudTemplate.onlyID)?.document
        template = .some(found)
        return found
    }

    func advanceStack(
        _ cloud: Stored<Cloud>, _ view: CloudView, _ template: CloudTemplate
    ) async throws(StoreError) {
        switch cloud.document.overcloud {
        case .pending where PhaseFlow.isUndercloudComplete(view):
            try await askForStack(cloud, template)
        case .accepted:
            guard let stack = try await overcloudStack() else { return }
            if stack.isWhole, view.isOvercloudActive { try await registerEndpoints(cloud) }
        case .deployed: _ = try await overcloudStack()
        case .pending, .refused: break
        }
    }

    /// A leader that died between the two transactions finds the stack, and accepts it.
    private func askForStack(
        _ cloud: Stored<Cloud>, _ template: CloudTemplate
    ) async throws(StoreError) {
        try await provideControlPlane()
        if try await overcloudStack() == nil {
            do throws(StackFault) {
                try await stacks.create(CloudTemplate.stackName, template.contents)
            } catch .store(let error) {
                throw error
            } catch {
                return try await refuse(cloud, [error.description])
            }
        }
        var (next, transaction) = (cloud.document, fenced())
        next.overcloud = .accepted
        transaction.replace(cloud, with: next)
        try await store.commit(transaction)
    }

    /// Makes what every template takes for there: the network that servers are provisioned in, and
    /// the key pair that instack-undercloud makes after its installation.
    private func provideControlPlane() async throws(StoreError) {
        guard try await store.get(NetworkRecord.self, ControlPlaneNetwork.name) == nil else {
            return
        }
        var transaction = fenced()
        transaction.insert(ControlPlaneNetwork.network)
        transaction.insert(ControlPlaneNetwork.subnet)
        transaction.insert(CloudRecord.keyPair("default"))
        try await store.commit(transaction)
    }

    /// The overcloud's stack, whose changes are told of; nil where it was never asked for.
    private func overcloudStack() async throws(StoreError) -> StackRecord? {
        let found: StackRecord?
        do throws(StackFault) {
            found =
                if let toldStack {
                    try await stacks.show(toldStack.id)
                } else {
                    try await stacks.stacks().first { $0.name == CloudTemplate.stackName }
                }
        } catch .store(let error) {
            throw error
        } catch {
            found = nil
        }
        guard let found else { return nil }
        if found.traversal != toldStack?.traversal || found.state != toldStack?.state {
            world.journal.record(
                FlowEvent.stack(found.name, state: found.state, reason: found.reason))
        }
        toldStack = found
        return found
    }
}

extension StackRecord {
    /// Whether all that was asked for is there.
    fileprivate var isWhole: Bool { status == .complete && action != .delete }
}
