import Hardware

/// The controllers (schemas Manager and VirtualMedia).
extension FakeRedfish {
    func managerBody(
        _ place: Int, _ address: ResourceAddress, _ now: Duration
    ) throws(RedfishFault) -> JSON {
        switch address.kind {
        case .managerInterfaces:
            return collection(
                address, type: "EthernetInterfaceCollection", name: "Ethernet Interfaces",
                [ResourceAddress(.managerInterface, systems[place].id, Self.ownInterface)])
        case .managerInterface: return try ownInterfaceBody(place, address)
        case .mediaList:
            return collection(
                address, type: "VirtualMediaCollection", name: "Virtual Media Collection",
                [ResourceAddress(.media, systems[place].id, "Cd")])
        case .media:
            guard address.names[1] == "Cd" else { throw .missing(address.path) }
            return mediaBody(place, address)
        default: return manager(place, address, now)
        }
    }

    /// The controller's own way into its network.
    private static var ownInterface: String { "eth0" }

    private func ownInterfaceBody(
        _ place: Int, _ address: ResourceAddress
    ) throws(RedfishFault) -> JSON {
        guard address.names[1] == Self.ownInterface else { throw .missing(address.path) }
        var body = resource(
            address, type: "EthernetInterface.v1_4_0.EthernetInterface", id: Self.ownInterface,
            name: "Controller's Ethernet Interface")
        // Locally administered, and different for each controller of the service.
        let own = MACAddress(rawValue: 0x0200_0000_0000 | UInt64(place + 1))
        body["MACAddress"] = .text("\(own)")
        body["PermanentMACAddress"] = .text("\(own)")
        body["InterfaceEnabled"] = true
        body["LinkStatus"] = "LinkUp"
        body["SpeedMbps"] = 1000
        body["FullDuplex"] = true
        body["HostName"] = .text(systems[place].name)
        body["Status"] = Self.enabled
        return .object(body)
    }

    private func manager(_ place: Int, _ address: ResourceAddress, _ now: Duration) -> JSON {
        let system = systems[place]
        var body = resource(
            address, type: "Manager.v1_11_0.Manager", id: system.id,
            name: system.name + " controller")
        body["ManagerType"] = "BMC"
        body["UUID"] = .text(system.uuid)
        body["Model"] = "Updraft BMC"
        body["FirmwareVersion"] = .orNull(firmware.first { $0.id == "BMC" }?.version)
        body["DateTime"] = .text(RedfishTime.text(date(of: place, at: now)))
        body["DateTimeLocalOffset"] = "+00:00"
        body["PowerState"] = "On"
        body["Status"] = Self.enabled
        body["EthernetInterfaces"] = ResourceAddress(.managerInterfaces, system.id).link
        body["LogServices"] = ResourceAddress(.logServices, system.id).link
        body["VirtualMedia"] = ResourceAddress(.mediaList, system.id).link
        body["Links"] = [
            "ManagerForServers": [ResourceAddress(.system, system.id).link],
            "ManagerForChassis": [ResourceAddress(.chassis, system.id).link],
        ]
        body["Actions"] = [
            "#Manager.Reset": [
                "target": .text(ResourceAddress(.managerReset, system.id).path),
                "ResetType@Redfish.AllowableValues": ["ForceRestart", "GracefulRestart"],
            ]
        ]
        return .object(body)
    }

    mutating func changeManager(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let place = try place(call)
        var clockError = systems[place].host.eventLog.clockError
        for member in try call.object().members {
            switch member.name {
            case "DateTime":
                guard let text = member.value.text, let time = RedfishTime.sinceEpoch(text) else {
                    throw .wrongFormat(member.value, member.name)
                }
                clockError = time - epoch - call.now
            default:
                let known = manager(place, call.address, call.now)[member.name] != nil
                throw known ? .notWritable(member.name) : .unknownProperty(member.name)
            }
        }
        systems[place].host.eventLog.clockError = clockError
        return try changed(call)
    }

    mutating func resetManager(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let (place, action) = (try place(call), "Manager.Reset")
        let object = try call.parameters(["ResetType"], of: action)
        if let type = object["ResetType"],
            !["ForceRestart", "GracefulRestart"].contains(type.text ?? "")
        {
            throw .parameterNotInList(type, "ResetType", of: action)
        }
        systems[place].host.controllerRestarts()
        return RedfishResponse(204)
    }

    private func mediaBody(_ place: Int, _ address: ResourceAddress) -> JSON {
        let media = systems[place].media
        var body = resource(
            address, type: "VirtualMedia.v1_4_0.VirtualMedia", id: "Cd", name: "Virtual CD")
        body["MediaTypes"] = ["CD", "DVD"]
        body["Image"] = .orNull(media?.image)
        body["ImageName"] = .orNull(
            media.flatMap { $0.image.split(separator: "/").last.map(String.init) })
        body["ConnectedVia"] = .text(media == nil ? "NotConnected" : "URI")
        body["Inserted"] = .truth(media != nil)
        body["WriteProtected"] = .truth(media?.isWriteProtected ?? true)
        body["UserName"] = .orNull(media?.userName)
        body["Password"] = .null
        body["TransferProtocolType"] = .orNull(media.flatMap { Self.transferProtocol($0.image) })
        let id = systems[place].id
        body["Actions"] = [
            "#VirtualMedia.InsertMedia": [
                "target": .text(ResourceAddress(.insertMedia, id, "Cd").path)
            ],
            "#VirtualMedia.EjectMedia": [
                "target": .text(ResourceAddress(.ejectMedia, id, "Cd").path)
            ],
        ]
        return .object(body)
    }

    /// The schema's word for how an image is fetched; nil where it has none.
    private static func transferProtocol(_ image: String) -> String? {
        switch image.split(separator: ":").first {
        case "http": "HTTP"
        case "https": "HTTPS"
        case "nfs": "NFS"
        case "smb", "cifs": "CIFS"
        default: nil
        }
    }

    mutating func insertMedia(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let (place, action) = (try place(call), "VirtualMedia.InsertMedia")
        guard call.names[1] == "Cd" else { throw .missing(call.address.path) }
        let object = try call.parameters(
            [
                "Image", "Inserted", "WriteProtected", "UserName", "Password",
                "TransferMethod", "TransferProtocolType", "MediaType",
            ], of: action)
        guard let image = object["Image"] else { throw .missingParameter("Image", of: action) }
        guard let uri = image.text, uri.utf8.count <= RedfishLimits.textLength,
            Self.transferProtocol(uri) != nil, uri.contains("://")
        else { throw .wrongFormat(image, "Image") }
        for name in ["Inserted", "WriteProtected"] {
            if let value = object[name], value.truth == nil { throw .wrongType(value, name) }
        }
        guard object["Inserted"] != false else {
            throw .conflict("Inserted", with: "Image")
        }
        guard systems[place].media == nil else {
            throw .stateConflict("The drive holds an image already.")
        }
        do throws(BMCError) { try systems[place].host.insertMedia(uri) } catch {
            throw .stateConflict("\(error).")
        }
        systems[place].media = InsertedMedia(
            image: uri, isWriteProtected: object["WriteProtected"]?.truth ?? true,
            userName: object["UserName"]?.text)
        return RedfishResponse(204)
    }

    mutating func ejectMedia(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let place = try place(call)
        guard call.names[1] == "Cd" else { throw .missing(call.address.path) }
        _ = try call.parameters([], of: "VirtualMedia.EjectMedia")
        systems[place].media = nil
        // A machine without a drive holds nothing.
        try? systems[place].host.insertMedia(nil)
        return RedfishResponse(204)
    }
}
