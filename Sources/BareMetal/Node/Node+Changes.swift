import Hardware

extension Node {
    /// The updates that make the node what another copy of it says, for their rules to be applied
    /// one by one. Maintenance comes first: in it more may be changed.
    func changes(to new: Node) -> [NodeUpdate] {
        var updates: [NodeUpdate] = []
        func note<Value: Equatable>(_ field: (Node) -> Value, _ update: (Value) -> NodeUpdate) {
            if field(self) != field(new) { updates.append(update(field(new))) }
        }
        note(\.maintenance) { $0.map { .maintenance(reason: $0.reason) } ?? .endOfMaintenance }
        note(\.protection) { .protection($0) }
        note(\.retirement) { .retirement($0) }
        let choice = driverSettings?.interfaces ?? [:]
        // Interfaces that come with another driver fit the new one, and not the one before.
        let isNew = driver != new.driver && choice != new.driverSettings?.interfaces ?? [:]
        if isNew { updates.append(.driverSettings(nil)) }
        if (driver, bmc) != (new.driver, new.bmc) || credentials != new.credentials {
            updates.append(.controller(new.driver, new.bmc, new.credentials))
        }
        if isNew || driverSettings != new.driverSettings {
            updates.append(.driverSettings(new.driverSettings))
        }
        note(\.properties) { .properties($0) }
        note(\.rootDevice) { .rootDevice($0) }
        note(\.skippedDevices) { .skippedDevices($0) }
        note(\.resourceClass) { .resourceClass($0) }
        note(\.conductorGroup) { .conductorGroup($0) }
        note(\.chassis) { .chassis($0) }
        note(\.owner) { .owner($0) }
        note(\.lessee) { .lessee($0) }
        note(\.automatedCleaning) { .automatedCleaning($0) }
        note(\.particulars) { .particulars($0) }
        if new.instance == nil, new.allocation == nil, instance != nil || allocation != nil {
            updates.append(.dissociation)
        } else if let instance = new.instance, instance != self.instance {
            updates.append(.association(instance))
        }
        return updates
    }

    /// What its disks are to become; what is known of them stays.
    mutating func setTarget(_ target: RAIDConfiguration?) {
        guard target != nil || raid != nil else { return }
        var raid = raid ?? NodeRAID()
        raid.target = target
        self.raid = raid
    }
}
