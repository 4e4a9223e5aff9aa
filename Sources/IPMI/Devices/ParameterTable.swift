/// Configuration parameters that somebody has set, by number and block. Those not set have their
/// usual values and take no memory.
struct ParameterTable: Sendable {
    private var values: [UInt16: [UInt8]] = [:]
    /// Parameter 0 of every table: whether somebody is in the midst of setting others.
    var isInProgress = false

    subscript(parameter: UInt8, block: UInt8 = 0) -> [UInt8]? {
        get { values[UInt16(parameter) << 8 | UInt16(block)] }
        set { values[UInt16(parameter) << 8 | UInt16(block)] = newValue }
    }

    /// Set-in-progress as all the tables have it: 0 done, 1 begun, 2 commit.
    mutating func setProgress(_ data: some Collection<UInt8>) throws(CompletionCode) {
        guard let state = data.first, data.count == 1 else { throw .requestLength }
        switch state & 0x03 {
        case 0, 2: isInProgress = false
        case 1:
            // Somebody else is at it already.
            guard !isInProgress else { throw CompletionCode(0x81) }
            isInProgress = true
        default: throw .invalidField
        }
    }
}
