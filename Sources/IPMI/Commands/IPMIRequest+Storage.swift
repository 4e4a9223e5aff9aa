/// Sensor records, sensors, the event log and the inventory (IPMI 2.0, chapters 31 to 35).
extension IPMIRequest {
    static let repositoryInfo = IPMIRequest("get SDR repository info", Command(.storage, 0x20))
    static let reserveRepository = IPMIRequest("reserve SDR repository", Command(.storage, 0x22))

    static func sensorRecord(
        _ number: UInt16, reservation: UInt16, offset: Int, count: Int
    ) -> IPMIRequest {
        var data = [UInt8](little: reservation)
        data.append(little: number)
        return IPMIRequest(
            "get SDR", Command(.storage, 0x23), data + [UInt8(offset), UInt8(count)])
    }

    static func sensorReading(_ sensor: UInt8) -> IPMIRequest {
        IPMIRequest("get sensor reading", Command(.sensorEvent, 0x2D), [sensor])
    }

    static let eventLogInfo = IPMIRequest("get SEL info", Command(.storage, 0x40))
    static let reserveEventLog = IPMIRequest("reserve SEL", Command(.storage, 0x42))

    static func event(_ number: UInt16) -> IPMIRequest {
        let data = [0, 0] + [UInt8](little: number) + [0, 0xFF]
        return IPMIRequest("get SEL entry", Command(.storage, 0x43), data)
    }

    enum Clearing: UInt8 {
        case begin = 0xAA
        case ask = 0x00
    }

    static func clearEventLog(reservation: UInt16, _ step: Clearing) -> IPMIRequest {
        let data = [UInt8](little: reservation) + Array("CLR".utf8) + [step.rawValue]
        return IPMIRequest("clear SEL", Command(.storage, 0x47), data)
    }

    static let inventoryInfo = IPMIRequest(
        "get FRU inventory area info", Command(.storage, 0x10), [0])

    static func readInventory(offset: Int, count: Int) -> IPMIRequest {
        IPMIRequest(
            "read FRU data", Command(.storage, 0x11),
            [0] + [UInt8](little: UInt16(offset)) + [UInt8(count)])
    }
}
