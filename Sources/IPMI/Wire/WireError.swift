/// Why a datagram or a part of one cannot be understood. The receiver drops it.
enum WireError: Error, Hashable {
    /// It ends before what it announces.
    case truncated
    /// More bytes than the part can have.
    case oversized
    case unknownVersion(UInt8)
    case unknownClass(UInt8)
    case unknownAuthenticationType(UInt8)
    case badChecksum
    case badPadding
    case badCode
    /// A field has a value that the specification reserves.
    case reservedValue
}
