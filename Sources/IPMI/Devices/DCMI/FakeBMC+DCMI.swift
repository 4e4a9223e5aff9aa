import Hardware

/// DCMI 1.5, chapter 6.
extension FakeBMC {
    mutating func answerDCMI(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        guard call.data.first == DCMISettings.group else { throw .invalidCommand }
        let data = Array(call.data.dropFirst())
        return [DCMISettings.group] + (try answerDCMI(call.command.number, data, call.now))
    }

    private mutating func answerDCMI(
        _ number: UInt8, _ data: [UInt8], _ now: Duration
    ) throws(CompletionCode) -> [UInt8] {
        switch number {
        case 0x01: return try capabilities(data)
        case 0x02: return try powerReading(data, now)
        case 0x03: return try powerLimit(data)
        case 0x04: return try setPowerLimit(data)
        case 0x05: return try activateLimit(data)
        case 0x06: return try part(of: dcmi.assetTag, data)
        case 0x07: return try sensorInfo(data)
        case 0x08: return try setAssetTag(data)
        case 0x09: return try part(of: identifier, data)
        case 0x0A: return try setIdentifier(data)
        case 0x0B: return try setThermalLimit(data)
        case 0x0C: return try thermalLimit(data)
        case 0x10: return try temperatures(data)
        case 0x12: return try setConfiguration(data)
        case 0x13: return try configuration(data)
        default: throw .invalidCommand
        }
    }

    private func require(_ data: [UInt8], _ count: Int) throws(CompletionCode) {
        guard data.count == count else { throw .requestLength }
    }

    // MARK: Capabilities

    private func capabilities(_ data: [UInt8]) throws(CompletionCode) -> [UInt8] {
        try require(data, 1)
        // DCMI 1.5, and the parameter's revision.
        let head: [UInt8] = [0x01, 0x05, 0x02]
        switch data[0] {
        // Power management; the main board's interface beside the network's.
        case 1: return head + [0x00, 0x01, 0x01]
        case 2:
            let entries = UInt16(SystemEventLog.capacity)
            return head + [UInt8](little: entries) + [0x00, 0x00, 0x01]
        case 3: return head + [IPMIMessage.controllerAddress, 0x00]
        case 4: return head + [ChannelSettings.lan, 0xFF, 0xFF]
        // One averaging period, of five seconds.
        case 5: return head + [0x01, 0x05]
        default: throw .outOfRange
        }
    }

    // MARK: Power

    private func powerReading(_ data: [UInt8], _ now: Duration) throws(CompletionCode) -> [UInt8] {
        try require(data, 3)
        guard data[0] == 1 || data[0] == 2 else { throw .invalidField }
        let watts = UInt16(min(max(host.consumption.watts.rounded(), 0), 65535))
        var answer: [UInt8] = []
        for _ in 0..<4 { answer.append(little: watts) }
        answer.append(little: seconds(at: now))
        let period = (now - birth) / .milliseconds(1)
        answer.append(little: UInt32(min(max(period, 1000), Double(UInt32.max))))
        // Measuring is on.
        return answer + [0x40]
    }

    private func powerLimit(_ data: [UInt8]) throws(CompletionCode) -> [UInt8] {
        try require(data, 2)
        guard dcmi.isLimitActive else { throw CompletionCode(0x80) }
        return storedLimit
    }

    /// The limit as it is set, in force or not.
    var storedLimit: [UInt8] {
        [0, 0] + (dcmi.powerLimit ?? [UInt8](repeating: 0, count: 11))
    }

    private mutating func setPowerLimit(_ data: [UInt8]) throws(CompletionCode) -> [UInt8] {
        try require(data, 14)
        guard data[3] <= 1 || data[3] == 0x11 || (0x02...0x10).contains(data[3]) else {
            throw .invalidField
        }
        guard UInt16(data[4]) | UInt16(data[5]) << 8 > 0 else { throw CompletionCode(0x84) }
        dcmi.powerLimit = Array(data[3...])
        return []
    }

    private mutating func activateLimit(_ data: [UInt8]) throws(CompletionCode) -> [UInt8] {
        try require(data, 3)
        guard data[0] <= 1 else { throw .invalidField }
        dcmi.isLimitActive = data[0] == 1 && dcmi.powerLimit != nil
        guard data[0] == 0 || dcmi.powerLimit != nil else { throw CompletionCode(0x80) }
        return []
    }

    // MARK: Names

    private var identifier: [UInt8] {
        guard dcmi.identifier.isEmpty else { return dcmi.identifier }
        return Array(identity.product.utf8.prefix(40)) + [0]
    }

    /// Up to 16 bytes from an offset on, behind the whole's length.
    private func part(of text: [UInt8], _ data: [UInt8]) throws(CompletionCode) -> [UInt8] {
        try require(data, 2)
        let (offset, count) = (Int(data[0]), Int(data[1]))
        guard offset <= max(text.count, 1), count <= 16 else { throw .outOfRange }
        return [UInt8(text.count)] + text.dropFirst(offset).prefix(count)
    }

    private func written(
        _ text: [UInt8], _ data: [UInt8], _ longest: Int
    ) throws(CompletionCode) -> [UInt8] {
        guard data.count >= 2 else { throw .requestLength }
        let (offset, count) = (Int(data[0]), Int(data[1]))
        guard count <= 16, offset + count <= longest else { throw .outOfRange }
        guard data.count == 2 + count else { throw .requestLength }
        // Writing ends the text: what was behind it is gone.
        let kept = text.prefix(offset)
        let gap = [UInt8](repeating: 0x20, count: offset - kept.count)
        return kept + gap + data[2...]
    }

    private mutating func setAssetTag(_ data: [UInt8]) throws(CompletionCode) -> [UInt8] {
        dcmi.assetTag = try written(dcmi.assetTag, data, DCMISettings.longestTag)
        return [UInt8(dcmi.assetTag.count)]
    }

    private mutating func setIdentifier(_ data: [UInt8]) throws(CompletionCode) -> [UInt8] {
        dcmi.identifier = try written(dcmi.identifier, data, DCMISettings.longestIdentifier)
        return [UInt8(dcmi.identifier.count)]
    }

    // MARK: Temperatures

    /// Sensors for an entity of DCMI: inlet, processors, board (table 6-9 and IPMI's own numbers).
    private func sensors(of entity: UInt8) -> [Int] {
        let number: UInt8 =
            switch entity {
            case 0x37: 0x40
            case 0x03: 0x41
            default: entity
            }
        return profile.sensors.indices.filter {
            profile.sensors[$0].type == 0x01 && profile.sensors[$0].entity == number
        }
    }

    private func chosen(_ data: [UInt8]) throws(CompletionCode) -> (
        all: [Int], asked: ArraySlice<Int>
    ) {
        try require(data, 4)
        guard data[0] == 0x01 else { throw .invalidField }
        let all = sensors(of: data[1])
        let (instance, start) = (Int(data[2]), max(Int(data[3]), 1))
        guard instance == 0 else {
            guard instance <= all.count else { return (all, []) }
            return (all, all[(instance - 1)..<instance])
        }
        return (all, all.dropFirst(start - 1))
    }

    private func sensorInfo(_ data: [UInt8]) throws(CompletionCode) -> [UInt8] {
        let chosen = try chosen(data)
        let asked = chosen.asked.prefix(8)
        var answer = [UInt8(chosen.all.count), UInt8(asked.count)]
        // A sensor's record has the number of its place.
        for index in asked { answer.append(little: UInt16(index + 1)) }
        return answer
    }

    private mutating func temperatures(_ data: [UInt8]) throws(CompletionCode) -> [UInt8] {
        let chosen = try chosen(data)
        let asked = chosen.asked.prefix(8)
        var answer = [UInt8(chosen.all.count), UInt8(asked.count)]
        for index in asked {
            let degrees = Int((host.reading(ofSensor: index) ?? 0).rounded())
            let size = UInt8(min(abs(degrees), 127))
            let instance = UInt8((chosen.all.firstIndex(of: index) ?? 0) + 1)
            answer += [degrees < 0 ? size | 0x80 : size, instance]
        }
        return answer
    }

    private mutating func setThermalLimit(_ data: [UInt8]) throws(CompletionCode) -> [UInt8] {
        try require(data, 6)
        guard !sensors(of: data[0]).isEmpty else { throw .invalidField }
        dcmi.thermalLimits[data[0]] = Array(data[2...])
        return []
    }

    private func thermalLimit(_ data: [UInt8]) throws(CompletionCode) -> [UInt8] {
        try require(data, 2)
        guard !sensors(of: data[0]).isEmpty else { throw .invalidField }
        return dcmi.thermalLimits[data[0]] ?? [0x20, 95, 0x3C, 0x00]
    }

    // MARK: Configuration

    private static var configurationLengths: [UInt8: Int] { [1: 1, 2: 1, 3: 1, 4: 2, 5: 2] }

    private mutating func setConfiguration(_ data: [UInt8]) throws(CompletionCode) -> [UInt8] {
        guard data.count >= 3 else { throw .requestLength }
        guard let length = Self.configurationLengths[data[0]] else { throw .invalidField }
        try require(data, 2 + length)
        // The first only starts something.
        if data[0] != 1 { dcmi.configuration[data[0]] = Array(data[2...]) }
        return []
    }

    private func configuration(_ data: [UInt8]) throws(CompletionCode) -> [UInt8] {
        try require(data, 2)
        guard let length = Self.configurationLengths[data[0]] else { throw .invalidField }
        let usual: [UInt8] =
            switch data[0] {
            case 3: [4]
            case 4: [120, 0]
            case 5: [64, 0]
            default: [UInt8](repeating: 0, count: length)
            }
        return [0x01, 0x05, 0x02] + (dcmi.configuration[data[0]] ?? usual)
    }
}
