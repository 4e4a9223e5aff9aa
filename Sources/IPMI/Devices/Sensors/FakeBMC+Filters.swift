import Hardware

/// Platform event filtering (IPMI 2.0, chapters 17 and 30): its tables can be read and written,
/// and no alerts are sent.
extension FakeBMC {
    private static var filterCount: UInt8 { 16 }
    private static var policyCount: UInt8 { 16 }
    private static var notSupported: CompletionCode { CompletionCode(0x80) }

    mutating func answerFilters(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        switch call.command.number {
        // PEF 1.5; power off, cycle, reset and diagnostic interrupt as actions.
        case 0x10: return try answerEmpty(call, [0x51, 0x2E, Self.filterCount])
        case 0x11: return [try call.bytes(1)[0]]
        case 0x12: return try setFilter(call)
        case 0x13: return try filter(call)
        case 0x14:
            let data = try call.bytes(3)
            filters[data[0] & 1 == 0 ? 0x70 : 0x71] = [data[1], data[2]]
            return []
        default:
            try call.empty()
            var answer = [UInt8](little: seconds(at: call.now))
            answer.append(little: host.eventLog.entries.last?.number ?? 0)
            return answer + (filters[0x70] ?? [0, 0]) + (filters[0x71] ?? [0, 0])
        }
    }

    private mutating func setFilter(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(2...)
        let parameter = data[0] & 0x7F
        let value = Array(data.dropFirst())
        switch parameter {
        case 0: try filters.setProgress(value)
        case 1...4: filters[parameter] = value
        case 5, 8, 11: throw CompletionCode(0x82)
        case 6, 7, 9, 10, 12, 13:
            guard isSelector(value[0], parameter) else { throw .outOfRange }
            guard parameter != 13 else {
                filters[13, value[0]] = value
                return []
            }
            guard value.count == Self.rowLength(parameter) else { throw .requestLength }
            filters[parameter, value[0] & 0x7F] = value
        default: throw Self.notSupported
        }
        return []
    }

    private mutating func filter(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        let data = try call.bytes(3)
        let parameter = data[0] & 0x7F
        let selector = data[1] & 0x7F
        let head: [UInt8] = [0x11]
        // Bit 7 asks for the version alone.
        guard data[0] & 0x80 == 0 else { return head }
        switch parameter {
        case 0: return head + [filters.isInProgress ? 1 : 0]
        case 1: return head + (filters[1] ?? [0x01])
        case 2: return head + (filters[2] ?? [0x2E])
        case 3, 4: return head + (filters[parameter] ?? [0])
        case 5: return head + [Self.filterCount]
        case 8: return head + [Self.policyCount]
        case 10: return head + (filters[10] ?? [0] + guid.bytes)
        case 11: return head + [0]
        case 6, 7, 9, 12:
            guard isSelector(selector, parameter) else { throw .outOfRange }
            let length = Self.rowLength(parameter)
            let empty = [selector] + [UInt8](repeating: 0, count: length - 1)
            let row = filters[parameter, selector] ?? empty
            // The short form is the first byte of the long one.
            if parameter == 7, let long = filters[6, selector] {
                return head + [selector, long[1]]
            }
            return head + row
        case 13: return head + (filters[13, selector] ?? [selector, data[2], 0])
        default: throw Self.notSupported
        }
    }

    private func isSelector(_ number: UInt8, _ parameter: UInt8) -> Bool {
        switch parameter {
        case 6, 7: (1...Self.filterCount).contains(number & 0x7F)
        case 9: (1...Self.policyCount).contains(number & 0x7F)
        case 12: number & 0x7F == 0
        default: true
        }
    }

    private static func rowLength(_ parameter: UInt8) -> Int {
        switch parameter {
        case 6: 21
        case 7: 2
        case 9: 4
        case 10: 17
        default: 3
        }
    }
}
