import Hardware

/// RAID controllers, their disks and volumes (schemas Storage, Drive and Volume).
extension FakeRedfish {
    func storageBody(_ place: Int, _ address: ResourceAddress) throws(RedfishFault) -> JSON {
        let id = systems[place].id
        let raid = systems[place].host.raid
        if address.kind == .storages {
            return collection(
                address, type: "StorageCollection", name: "Storage Collection",
                (raid?.controllers ?? []).map { ResourceAddress(.storage, id, $0.text) })
        }
        guard let raid,
            let controller = raid.controllers.first(where: {
                $0.text == address.names[1]
            })
        else { throw .missing(address.path) }
        let volumes = raid.volumes.filter { $0.controller == controller }
        switch address.kind {
        case .storage: return storage(controller, raid, address)
        case .drive:
            guard
                let disk = raid.disks.first(where: {
                    $0.controller == controller && $0.name.text == address.names[2]
                })
            else { throw .missing(address.path) }
            return drive(disk, address)
        case .volumes:
            var body =
                collection(
                    address, type: "VolumeCollection", name: "Volume Collection",
                    volumes.map { ResourceAddress(.volume, id, controller.text, $0.name.text) }
                ).object ?? JSONObject()
            body["@Redfish.OperationApplyTimeSupport"] = [
                "@odata.type": "#Settings.v1_3_5.OperationApplyTimeSupport",
                "SupportedValues": ["Immediate"],
            ]
            return .object(body)
        default:
            guard let volume = volumes.first(where: { $0.name.text == address.names[2] }) else {
                throw .missing(address.path)
            }
            return self.volume(volume, address)
        }
    }

    private func storage(
        _ controller: RAIDControllerName, _ raid: RAIDInventory, _ address: ResourceAddress
    ) -> JSON {
        let id = address.names[0]
        let disks = raid.disks.filter { $0.controller == controller }
        var body = resource(
            address, type: "Storage.v1_8_0.Storage", id: controller.text, name: controller.text)
        body["Status"] = Self.enabled
        body["StorageControllers"] = [
            [
                "@odata.id": .text(address.path + "#/StorageControllers/0"),
                "MemberId": "0", "Name": .text(controller.text), "Status": Self.enabled,
                "SupportedControllerProtocols": ["PCIe"],
                "SupportedDeviceProtocols": ["SAS", "SATA"],
                "SupportedRAIDTypes": .list(
                    RedfishRAID.supported.map { .text(RedfishRAID.type(of: $0)) }),
            ]
        ]
        body["Drives"] = .list(
            disks.map { ResourceAddress(.drive, id, controller.text, $0.name.text).link })
        body["Drives@odata.count"] = .integer(disks.count)
        body["Volumes"] = ResourceAddress(.volumes, id, controller.text).link
        return .object(body)
    }

    private func drive(_ disk: RAIDDisk, _ address: ResourceAddress) -> JSON {
        var body = resource(
            address, type: "Drive.v1_11_0.Drive", id: disk.name.text, name: disk.name.text)
        body["CapacityBytes"] = .integer(Int(disk.size.bytes))
        body["MediaType"] = .text(disk.medium == .ssd ? "SSD" : "HDD")
        body["Protocol"] = .text(disk.attachment == .sata ? "SATA" : "SAS")
        body["FailurePredicted"] = .truth(!disk.isHealthy)
        body["BlockSizeBytes"] = 512
        body["Status"] =
            disk.isHealthy ? Self.enabled : ["State": "Enabled", "Health": "Critical"]
        return .object(body)
    }

    private func volume(_ volume: RAIDVolume, _ address: ResourceAddress) -> JSON {
        var body = resource(
            address, type: "Volume.v1_6_2.Volume", id: volume.name.text, name: volume.name.text)
        body["RAIDType"] = .text(RedfishRAID.type(of: volume.level))
        body["VolumeType"] = .text(RedfishRAID.oldType(of: volume.level))
        body["CapacityBytes"] = .integer(Int(volume.size.bytes))
        body["Encrypted"] = false
        body["Identifiers"] = [["DurableNameFormat": "NAA", "DurableName": .text(volume.wwn)]]
        body["Status"] = Self.enabled
        body["Links"] = [
            "Drives": .list(
                volume.disks.map {
                    ResourceAddress(.drive, address.names[0], address.names[1], $0.text).link
                })
        ]
        return .object(body)
    }

    mutating func createVolume(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let place = try place(call)
        _ = try body(call.address, call.now)
        let controller = RAIDControllerName(call.names[1])
        let request = try RedfishRAID.request(
            try call.object(), controller: controller, system: call.names[0],
            taken: systems[place].host.raid?.volumes.map(\.name) ?? [])
        return try begin(.createVolume(system: place, request), "Create Volume", call)
    }

    mutating func deleteVolume(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let place = try place(call)
        _ = try body(call.address, call.now)
        return try begin(
            .deleteVolume(system: place, RAIDVolumeName(call.names[2])), "Delete Volume", call)
    }
}
