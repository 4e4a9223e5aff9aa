/// How a command ended, as its answer says (IPMI 2.0, table 5-2).
///
/// Codes 80h to BEh mean something else for each command.
public struct CompletionCode: Error, Sendable, Hashable {
    /// The byte on the wire.
    public let value: UInt8

    init(_ value: UInt8) { self.value = value }

    static let ok = CompletionCode(0x00)
    static let busy = CompletionCode(0xC0)
    static let invalidCommand = CompletionCode(0xC1)
    static let invalidForUnit = CompletionCode(0xC2)
    static let timeout = CompletionCode(0xC3)
    static let outOfSpace = CompletionCode(0xC4)
    static let reservationCancelled = CompletionCode(0xC5)
    static let requestTruncated = CompletionCode(0xC6)
    static let requestLength = CompletionCode(0xC7)
    static let fieldLength = CompletionCode(0xC8)
    static let outOfRange = CompletionCode(0xC9)
    static let tooManyBytesAsked = CompletionCode(0xCA)
    static let notPresent = CompletionCode(0xCB)
    static let invalidField = CompletionCode(0xCC)
    static let illegalForRecord = CompletionCode(0xCD)
    static let noResponse = CompletionCode(0xCE)
    static let duplicate = CompletionCode(0xCF)
    static let repositoryUpdating = CompletionCode(0xD0)
    static let firmwareUpdating = CompletionCode(0xD1)
    static let initializing = CompletionCode(0xD2)
    static let unreachable = CompletionCode(0xD3)
    static let privilege = CompletionCode(0xD4)
    static let wrongState = CompletionCode(0xD5)
    static let disabled = CompletionCode(0xD6)
    static let unspecified = CompletionCode(0xFF)

    /// Whether the same command can succeed later with nothing changed by an operator.
    public var isTransient: Bool {
        switch self {
        case .busy, .timeout, .repositoryUpdating, .firmwareUpdating, .initializing,
            .reservationCancelled, .noResponse:
            true
        default: false
        }
    }
}

extension CompletionCode: CustomStringConvertible {
    public var description: String { "\(meaning) (\(value.hex)h)" }

    private var meaning: String {
        switch value {
        case 0x00: "done"
        case 0xC0...0xC6: Self.early[Int(value) - 0xC0]
        case 0xC7...0xCF: Self.middle[Int(value) - 0xC7]
        case 0xD0...0xD6: Self.late[Int(value) - 0xD0]
        case 0xFF: "unspecified error"
        case 0x01...0x7E: "error of the maker's own"
        case 0x80...0xBE: "error particular to the command"
        default: "error without a meaning"
        }
    }

    private static let early = [
        "controller busy", "invalid command", "invalid command for this unit",
        "timeout while processing", "out of space", "reservation cancelled or invalid",
        "request data truncated",
    ]
    private static let middle = [
        "request data length invalid", "request data field length limit exceeded",
        "parameter out of range", "cannot return the number of bytes asked",
        "sensor, data or record not present", "invalid data field in the request",
        "command illegal for this sensor or record", "response could not be provided",
        "duplicated request",
    ]
    private static let late = [
        "SDR repository in update mode", "firmware in update mode",
        "controller still initializing", "destination unavailable",
        "privilege level too low", "not supported in the present state",
        "command disabled",
    ]
}
