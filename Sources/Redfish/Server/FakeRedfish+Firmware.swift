/// The update service (schemas UpdateService and SoftwareInventory).
extension FakeRedfish {
    private static var transferProtocols: [String] { ["HTTP", "HTTPS", "NFS", "TFTP"] }

    func firmwareBody(_ address: ResourceAddress) throws(RedfishFault) -> JSON {
        switch address.kind {
        case .firmwareInventory:
            return collection(
                address, type: "SoftwareInventoryCollection", name: "Firmware Collection",
                firmware.map { ResourceAddress(.firmware, $0.id) })
        case .firmware:
            guard let item = firmware.first(where: { $0.id == address.names[0] }) else {
                throw .missing(address.path)
            }
            var body = resource(
                address, type: "SoftwareInventory.v1_4_0.SoftwareInventory", id: item.id,
                name: item.name)
            body["Version"] = .text(item.version)
            body["Updateable"] = true
            body["Status"] = Self.enabled
            return .object(body)
        default: return updateServiceBody(address)
        }
    }

    private func updateServiceBody(_ address: ResourceAddress) -> JSON {
        var body = resource(
            address, type: "UpdateService.v1_11_0.UpdateService", id: "UpdateService",
            name: "Update Service")
        body["Status"] = Self.enabled
        body["ServiceEnabled"] = true
        body["FirmwareInventory"] = ResourceAddress(.firmwareInventory).link
        body["Actions"] = [
            "#UpdateService.SimpleUpdate": [
                "target": .text(ResourceAddress(.simpleUpdate).path),
                "TransferProtocol@Redfish.AllowableValues": .list(
                    Self.transferProtocols.map { .text($0) }),
            ]
        ]
        return .object(body)
    }

    /// The version that the image brings is read from its name: `bios-2.11.0.bin` brings 2.11.0.
    mutating func updateFirmware(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let action = "UpdateService.SimpleUpdate"
        let object = try call.parameters(
            [
                "ImageURI", "TransferProtocol", "Targets", "Username", "Password",
                "@Redfish.OperationApplyTime",
            ], of: action)
        guard let image = object["ImageURI"] else {
            throw .missingParameter("ImageURI", of: action)
        }
        guard let uri = image.text, uri.contains("://"), uri.utf8.count <= RedfishLimits.textLength
        else { throw .wrongFormat(image, "ImageURI") }
        if let transfer = object["TransferProtocol"],
            !Self.transferProtocols.contains(transfer.text ?? "")
        {
            throw .parameterNotInList(transfer, "TransferProtocol", of: action)
        }
        let ids = try targets(object["Targets"])
        return try begin(
            .updateFirmware(ids: ids, version: Self.version(in: uri)), "Firmware Update", call)
    }

    /// What is to be updated: what is named, or the controller's firmware.
    private func targets(_ value: JSON?) throws(RedfishFault) -> [String] {
        guard let value else { return firmware.prefix(1).map(\.id) }
        guard let list = value.list else { throw .wrongType(value, "Targets") }
        var ids: [String] = []
        for target in list {
            guard let text = target.text, let path = RequestTarget(text)?.path,
                let address = ResourceAddress(path: path), address.kind == .firmware,
                firmware.contains(where: { $0.id == address.names[0] })
            else { throw .notInList(target, "Targets") }
            ids.append(address.names[0])
        }
        return ids
    }

    private static func version(in uri: String) -> String? {
        let file = uri.split(separator: "/").last ?? ""
        let parts = file.split { !$0.isNumber && $0 != "." }.map { part in
            part.split(separator: ".").joined(separator: ".")
        }
        return parts.first { $0.contains(".") } ?? parts.first { !$0.isEmpty }
    }
}
