public import Hardware

extension SimulatedBMC: RAIDControl {
    public func raidInventory() async throws(BMCError) -> RAIDInventory {
        try await call { $0.raidInventory }
    }

    public func createVolume(_ request: RAIDVolumeRequest) async throws(BMCError) {
        let refusal = try await call { machine in machine.obeyVolume(request) }
        if let refusal { throw .refused(refusal) }
    }

    public func deleteVolume(_ name: RAIDVolumeName) async throws(BMCError) {
        try await call { machine in machine.obeyRemoval(of: name) }
    }
}
