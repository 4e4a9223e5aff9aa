import Hardware

/// RAID levels and requests in Redfish's words (schema Volume, `RAIDType` and `VolumeType`).
enum RedfishRAID {
    /// The levels that have a word in the schema.
    static let supported: [RAIDLevel] = [
        .stripe, .mirror, .parity, .doubleParity, .stripedMirrors, .stripedParity,
        .stripedDoubleParity,
    ]

    static func type(of level: RAIDLevel) -> String {
        switch level {
        case .jbod: "None"
        case .stripe: "RAID0"
        case .mirror: "RAID1"
        case .hamming: "RAID2"
        case .parity: "RAID5"
        case .doubleParity: "RAID6"
        case .stripedMirrors: "RAID10"
        case .stripedParity: "RAID50"
        case .stripedDoubleParity: "RAID60"
        }
    }

    /// What older services have in its place.
    static func oldType(of level: RAIDLevel) -> String {
        switch level {
        case .jbod: "RawDevice"
        case .stripe: "NonRedundant"
        case .mirror: "Mirrored"
        case .hamming, .parity, .doubleParity: "StripedWithParity"
        case .stripedMirrors: "SpannedMirrors"
        case .stripedParity, .stripedDoubleParity: "SpannedStripesWithParity"
        }
    }

    /// The level of a volume; nil where neither word tells one.
    static func level(_ volume: JSON) -> RAIDLevel? {
        if let type = volume["RAIDType"]?.text {
            return RAIDLevel.allCases.first { self.type(of: $0) == type }
        }
        guard let type = volume["VolumeType"]?.text else { return nil }
        return RAIDLevel.allCases.first { oldType(of: $0) == type && $0 != .hamming }
    }

    /// What the body of a request asks for.
    static func request(
        _ body: JSONObject, controller: RAIDControllerName, system: String,
        taken: [RAIDVolumeName]
    ) throws(RedfishFault) -> RAIDVolumeRequest {
        let known = [
            "Name", "DisplayName", "RAIDType", "VolumeType", "CapacityBytes", "Links",
            "Encrypted", "@Redfish.OperationApplyTime",
        ]
        for member in body.members where !known.contains(member.name) {
            throw .unknownProperty(member.name)
        }
        guard let level = level(.object(body)) else {
            guard let type = body["RAIDType"] ?? body["VolumeType"] else {
                throw .missingProperty("RAIDType")
            }
            throw .notInList(type, body["RAIDType"] == nil ? "VolumeType" : "RAIDType")
        }
        guard let links = body["Links"]?["Drives"]?.list, !links.isEmpty else {
            throw .missingProperty("Links/Drives")
        }
        var disks: [RAIDDiskName] = []
        for link in links {
            guard let address = ResourceAddress(link: link), address.kind == .drive,
                address.names[0] == system, address.names[1] == controller.text,
                !disks.contains(RAIDDiskName(address.names[2]))
            else { throw .notInList(link, "Links/Drives") }
            disks.append(RAIDDiskName(address.names[2]))
        }
        guard disks.count >= level.fewestDisks else {
            throw .conflict("Links/Drives", with: "RAIDType")
        }
        return RAIDVolumeRequest(
            name: try name(body, taken), controller: controller, level: level,
            size: try size(body["CapacityBytes"]), disks: disks)
    }

    private static func name(
        _ body: JSONObject, _ taken: [RAIDVolumeName]
    ) throws(RedfishFault) -> RAIDVolumeName {
        guard let value = body["DisplayName"] ?? body["Name"] else {
            let free = (1...taken.count + 1).map { RAIDVolumeName("Volume.\($0)") }
            return free.first { !taken.contains($0) } ?? free[0]
        }
        guard let text = value.text, !text.isEmpty, text.utf8.count <= RedfishLimits.nameLength,
            text != ".", text != "..", !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x2F })
        else { throw .wrongFormat(value, "Name") }
        guard !taken.contains(RAIDVolumeName(text)) else {
            throw .alreadyExists("Volume", "Name", text)
        }
        return RAIDVolumeName(text)
    }

    private static func size(_ value: JSON?) throws(RedfishFault) -> ByteCount? {
        guard let value, value != .null else { return nil }
        guard let bytes = value.integer else { throw .wrongType(value, "CapacityBytes") }
        guard bytes > 0 else { throw .outOfRange(value, "CapacityBytes") }
        return ByteCount(bytes: Int64(bytes))
    }
}
