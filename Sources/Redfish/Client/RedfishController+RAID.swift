public import Hardware

extension RedfishController: RAIDControl {
    public func raidInventory() async throws(BMCError) -> RAIDInventory {
        try await call(within: RedfishClientLimits.longCall) { () async throws(RedfishError) in
            try await inventory()
        }
    }

    private func inventory() async throws(RedfishError) -> RAIDInventory {
        var (controllers, disks, volumes) = ([RAIDControllerName](), [RAIDDisk](), [RAIDVolume]())
        for storage in try await storages() {
            guard let id = storage["Id"]?.text else { continue }
            let controller = RAIDControllerName(id)
            controllers.append(controller)
            for link in storage["Drives"]?.list ?? [] {
                if let disk = Self.disk(try await resolved(link), controller) {
                    disks.append(disk)
                }
            }
            guard let path = storage["Volumes"]?.path else { continue }
            volumes += try await resources(path).compactMap { Self.volume($0, controller) }
        }
        return RAIDInventory(controllers: controllers, disks: disks, volumes: volumes)
    }

    private func storages() async throws(RedfishError) -> [JSON] {
        guard let path = try await system()["Storage"]?.path else { throw .unsupported("storage") }
        return try await resources(path)
    }

    private func storage(_ name: RAIDControllerName) async throws(RedfishError) -> JSON {
        guard let found = try await storages().first(where: { $0["Id"]?.text == name.text }) else {
            throw .unsupported("RAID controller \(name)")
        }
        return found
    }

    /// A drive; nil for an empty bay.
    private static func disk(_ drive: JSON, _ controller: RAIDControllerName) -> RAIDDisk? {
        guard let id = drive["Id"]?.text, let bytes = drive["CapacityBytes"]?.integer, bytes > 0,
            drive["Status"]?["State"]?.text != "Absent"
        else { return nil }
        let attachment: RAIDDisk.Attachment =
            switch drive["Protocol"]?.text {
            case "SATA": .sata
            case "SAS": .sas
            default: .scsi
            }
        return RAIDDisk(
            name: RAIDDiskName(id), controller: controller, size: ByteCount(bytes: Int64(bytes)),
            medium: drive["MediaType"]?.text == "SSD" ? .ssd : .hdd, attachment: attachment,
            isHealthy: drive["Status"]?["Health"]?.text != "Critical"
                && drive["FailurePredicted"]?.truth != true)
    }

    /// A volume; nil for one whose level is not told.
    private static func volume(_ volume: JSON, _ controller: RAIDControllerName) -> RAIDVolume? {
        guard let id = volume["Id"]?.text, let level = RedfishRAID.level(volume) else {
            return nil
        }
        let links = volume["Links"]?["Drives"]?.list ?? []
        let disks = links.compactMap { link in
            link.path?.split(separator: "/").last.map { RAIDDiskName(String($0)) }
        }
        let names = volume["Identifiers"]?.list ?? []
        let wwn = names.first { $0["DurableNameFormat"]?.text == "NAA" } ?? names.first
        return RAIDVolume(
            name: RAIDVolumeName(id), controller: controller, level: level,
            size: ByteCount(bytes: Int64(max(0, volume["CapacityBytes"]?.integer ?? 0))),
            disks: disks, wwn: wwn?["DurableName"]?.text ?? "")
    }

    public func createVolume(_ request: RAIDVolumeRequest) async throws(BMCError) {
        try await call(within: RedfishClientLimits.task) { () async throws(RedfishError) in
            try await create(request)
        }
    }

    private func create(_ request: RAIDVolumeRequest) async throws(RedfishError) {
        let storage = try await storage(request.controller)
        guard let path = storage["Volumes"]?.path else { throw .unsupported("volumes") }
        var links: [JSON] = []
        for disk in request.disks {
            let link = storage["Drives"]?.list?.first {
                $0.path?.split(separator: "/").last.map(String.init) == disk.text
            }
            guard let path = link?.path else { throw .unsupported("disk \(disk)") }
            links.append(["@odata.id": .text(path)])
        }
        var body = JSONObject([
            .init(name: "Name", value: .text(request.name.text)),
            .init(name: "RAIDType", value: .text(RedfishRAID.type(of: request.level))),
            .init(name: "Links", value: ["Drives": .list(links)]),
        ])
        if let size = request.size { body["CapacityBytes"] = .integer(Int(size.bytes)) }
        try await finish(try await exchange(.post, path, .object(body)))
    }

    public func deleteVolume(_ name: RAIDVolumeName) async throws(BMCError) {
        try await call(within: RedfishClientLimits.task) { () async throws(RedfishError) in
            try await delete(name)
        }
    }

    private func delete(_ name: RAIDVolumeName) async throws(RedfishError) {
        for storage in try await storages() {
            guard let path = storage["Volumes"]?.path else { continue }
            for volume in try await resources(path) where volume["Id"]?.text == name.text {
                guard let path = volume.path else { continue }
                do throws(RedfishError) {
                    try await finish(try await exchange(.delete, path))
                } catch {
                    // Somebody else has removed it meanwhile.
                    guard case .missing = error else { throw error }
                }
                return
            }
        }
    }
}
