import Hardware
import World

extension Conductor {
    /// The volume that a node starts its instance from; nil for a local disk, on which the image is
    /// written. Only a node whose storage interface drives volumes has one (Ironic's
    /// `should_write_image`).
    ///
    /// - Throws: ``ConductorError/stepFailed(_:reason:)`` where nobody could start from it.
    func rootVolume(of node: Node) async throws(ConductorError) -> SANTarget? {
        guard node.storageInterface != .noop else { return nil }
        let targets = try await patiently { () throws(StoreError) in
            try await store.scan(VolumeTarget.self).map(\.document)
        }.filter { $0.node == node.name }
        guard case .volume(let uuid) = VolumeRules.root(among: targets) else { return nil }
        guard let address = targets.first(where: { $0.uuid == uuid })?.address else {
            throw .stepFailed(
                "storage", reason: "volume target \(uuid) names no iSCSI portal and target")
        }
        return address
    }

    /// Lets the machine start its instance from now on: from its disk, or over the network from
    /// its volume, each time it starts (Ironic's PXE boot interface).
    func prepareInstanceBoot(_ task: inout NodeTask) async throws(ConductorError) {
        guard let target = try await rootVolume(of: task.node) else {
            return try await task.controller.setBoot(BootOverride(.disk, .persistent))
        }
        let addresses = try await wayToRamdisk(of: task.node).addresses
        try await task.save(alongside: { network.offer(target, to: addresses, in: &$0) })
        try await task.controller.setBoot(BootOverride(.network, .persistent))
    }
}

extension StepPlan {
    /// The plan for a node whose instance is on a volume already: no ramdisk is started, and no
    /// image written.
    var withoutImage: StepPlan {
        StepPlan(steps.filter { $0.id != .deploy && $0.id != .writeImage }, for: kind)
    }
}
