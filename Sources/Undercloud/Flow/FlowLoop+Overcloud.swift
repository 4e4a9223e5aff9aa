import BareMetal
import Compute
import Hardware
import Plans
import World

extension FlowLoop {
    func advanceOvercloud(
        _ cloud: Stored<Cloud>, _ view: CloudView, _ machines: MachineClaims
    ) async throws(StoreError) {
        guard cloud.document.stage == .undercloud else { return }
        if let template = try await overcloudTemplate() {
            return try await advanceStack(cloud, view, template)
        }
        switch cloud.document.overcloud {
        case .pending where PhaseFlow.isUndercloudComplete(view), .refused:
            try await admitOvercloud(cloud, view, machines)
        case .accepted where view.isOvercloudActive:
            try await registerEndpoints(cloud)
        default: break
        }
    }

    /// All or nothing: a cloud that cannot be whole is refused before anything of it is deployed.
    private func admitOvercloud(
        _ cloud: Stored<Cloud>, _ view: CloudView, _ machines: MachineClaims
    ) async throws(StoreError) {
        guard view.unjudged.isEmpty else { return }
        let placement = PlacementFlow.place(PlacementFlow.overcloud(view), in: view)
        var (next, transaction) = (cloud.document, fenced())
        var refusals: [String] = []
        for (server, result) in placement {
            switch result {
            case .success(let node):
                let owner = assigned(server, to: node)
                transaction.insert(owner)
                let flavor = server.flavor(in: view.cloud.plan)
                machines.claim(for: owner, flavor: flavor, in: &transaction)
            case .failure(let refusal): refusals.append(refusal.description)
            }
        }
        if refusals.isEmpty {
            next.overcloud = .accepted
            transaction.replace(cloud, with: next)
            // A machine that changed since it was chosen lets everything be chosen anew.
            do throws(StoreError) {
                try await store.commit(transaction)
            } catch .conflict(let key) where key.kind == Node.kind {}
        } else if view.nodes.allSatisfy(NodeFlow.isSettled) {
            try await refuse(cloud, refusals)
        }
    }

    /// A refusal is looked at again with every look: machines may come back.
    func refuse(
        _ cloud: Stored<Cloud>, _ refusals: [String]
    ) async throws(StoreError) {
        let rest = refusals.count > 1 ? " (and \(refusals.count - 1) more servers)" : ""
        var next = cloud.document
        next.overcloud = .refused(reason: refusals[0] + rest)
        guard next != cloud.document else { return }
        var transaction = fenced()
        transaction.replace(cloud, with: next)
        try await store.commit(transaction)
        world.journal.record(FlowEvent.overcloudRefused(reason: refusals[0] + rest))
    }

    func registerEndpoints(_ cloud: Stored<Cloud>) async throws(StoreError) {
        var (next, transaction) = (cloud.document, fenced())
        next.overcloud = .deployed
        transaction.replace(cloud, with: next)
        for endpoint in OvercloudEndpoints.all { transaction.put(endpoint) }
        try await store.commit(transaction)
        world.journal.record(
            FlowEvent.endpointsRegistered(count: OvercloudEndpoints.all.count))
    }
}
