public import Hardware

extension RedfishController {
    /// Puts an image into the virtual CD drive. What it held before is taken out.
    ///
    /// - Throws: ``BMCError/unsupported(_:)`` where there is no such drive.
    public func insertMedia(_ image: String) async throws(BMCError) {
        try await call(within: RedfishClientLimits.longCall, lacking: .virtualMedia) {
            () async throws(RedfishError) in
            try await insert(image)
        }
    }

    /// Empties the virtual CD drive. An empty one is left as it is.
    public func ejectMedia() async throws(BMCError) {
        try await call(within: RedfishClientLimits.longCall, lacking: .virtualMedia) {
            () async throws(RedfishError) in
            try await eject(try await drive())
        }
    }

    private func insert(_ image: String) async throws(RedfishError) {
        let drive = try await drive()
        try await eject(drive)
        guard Self.target("VirtualMedia.InsertMedia", of: drive) == nil else {
            // Without the members that have their usual values: SuperMicro's X11 and X12 refuse
            // them (sushy's `resources/manager/virtual_media.py`).
            try await perform("VirtualMedia.InsertMedia", of: drive, ["Image": .text(image)])
            return
        }
        guard let path = drive.path else { throw .unsupported("virtual media") }
        // Lenovo's SD530 has no action, and needs `Inserted` (the same).
        try await change(
            path, ["Image": .text(image), "Inserted": true, "WriteProtected": true])
    }

    private func eject(_ drive: JSON) async throws(RedfishError) {
        let image = drive["Image"]?.text ?? ""
        guard drive["Inserted"]?.truth ?? !image.isEmpty else { return }
        guard Self.target("VirtualMedia.EjectMedia", of: drive) == nil else {
            try await perform("VirtualMedia.EjectMedia", of: drive)
            return
        }
        guard let path = drive.path else { throw .unsupported("virtual media") }
        try await change(path, ["Image": .null, "Inserted": false])
    }

    /// The first virtual drive that takes CDs: of the system, as newer services have it, or of
    /// its manager.
    private func drive() async throws(RedfishError) -> JSON {
        let system = try await system()
        var lists = [system["VirtualMedia"]?.path].compactMap { $0 }
        if lists.isEmpty {
            let manager = try await linked("ManagedBy", of: system)
            lists = [manager["VirtualMedia"]?.path].compactMap { $0 }
        }
        for list in lists {
            for drive in try await resources(list) {
                let types = drive["MediaTypes"]?.list ?? []
                if types.contains("CD") || types.contains("DVD") { return drive }
            }
        }
        throw .unsupported("virtual media")
    }

    /// The firmware that the service knows.
    public func firmware() async throws(BMCError) -> [RedfishFirmware] {
        try await call(within: RedfishClientLimits.longCall) { () async throws(RedfishError) in
            guard let path = try await updateService()["FirmwareInventory"]?.path else {
                throw .unsupported("firmware inventory")
            }
            return try await resources(path).compactMap { item in
                guard let id = item["Id"]?.text else { return nil }
                return RedfishFirmware(
                    id: id, name: item["Name"]?.text ?? id, version: item["Version"]?.text ?? "")
            }
        }
    }

    /// Brings firmware from an image, and waits until it is done.
    public func updateFirmware(from image: String) async throws(BMCError) {
        try await call(within: RedfishClientLimits.task) { () async throws(RedfishError) in
            try await perform(
                "UpdateService.SimpleUpdate", of: try await updateService(),
                ["ImageURI": .text(image)])
        }
    }

    private func updateService() async throws(RedfishError) -> JSON {
        guard let path = try await read("/redfish/v1/")["UpdateService"]?.path else {
            throw .unsupported("update service")
        }
        return try await read(path)
    }

    /// Restarts the controller itself.
    public func resetController() async throws(BMCError) {
        try await call { () async throws(RedfishError) in
            let manager = try await linked("ManagedBy", of: try await system())
            let action = manager["Actions"]?["#Manager.Reset"]
            let allowed = action?["ResetType@Redfish.AllowableValues"]?.list?.compactMap(\.text)
            let types = ["GracefulRestart", "ForceRestart"]
            let type = allowed.map { allowed in types.first(where: allowed.contains) } ?? types[0]
            try await perform(
                "Manager.Reset", of: manager, type.map { ["ResetType": .text($0)] } ?? [:])
        }
    }
}
