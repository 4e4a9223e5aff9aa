/// The first two messages of an IPMI 2.0 handshake (sections 13.17 and 13.18).
enum OpenSession {
    struct Request: Hashable {
        var tag: UInt8
        /// Zero asks for as much as the suite allows.
        var privilege: UInt8
        var console: SessionID
        /// One byte each as sent; nil for a payload that says "any" by its zero length.
        var authentication: UInt8?
        var integrity: UInt8?
        var confidentiality: UInt8?
    }

    struct Response: Hashable {
        var tag: UInt8
        var status: RAKPStatus
        var privilege: PrivilegeLevel
        var console: SessionID
        var controller: SessionID
        /// As sent, since a controller may answer with one that is not known here.
        var authentication: UInt8
        var integrity: UInt8
        var confidentiality: UInt8
    }
}

extension OpenSession.Request {
    init(tag: UInt8, privilege: PrivilegeLevel, console: SessionID, _ suite: CipherSuite) {
        self.init(
            tag: tag, privilege: privilege.rawValue, console: console,
            authentication: suite.authentication.rawValue, integrity: suite.integrity.rawValue,
            confidentiality: suite.confidentiality.rawValue)
    }

    init(parsing bytes: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(bytes)
        tag = try reader.byte()
        privilege = try reader.byte() & 0x0F
        try reader.skip(2)
        console = SessionID(try reader.uint32())
        authentication = try Self.algorithm(0, &reader)
        integrity = try Self.algorithm(1, &reader)
        confidentiality = try Self.algorithm(2, &reader)
        guard reader.remaining == 0 else { throw .oversized }
    }

    private static func algorithm(
        _ kind: UInt8, _ reader: inout ByteReader
    ) throws(WireError) -> UInt8? {
        guard try reader.byte() == kind else { throw .reservedValue }
        try reader.skip(2)
        let length = try reader.byte()
        let value = try reader.byte() & 0x3F
        try reader.skip(3)
        guard length == 8 || length == 0 else { throw .reservedValue }
        return length == 0 ? nil : value
    }

    func encoded() -> [UInt8] {
        var bytes: [UInt8] = [tag, privilege, 0, 0]
        bytes.append(little: console.value)
        for (kind, value) in [authentication, integrity, confidentiality].enumerated() {
            bytes += [UInt8(kind), 0, 0, value == nil ? 0 : 8, value ?? 0, 0, 0, 0]
        }
        return bytes
    }
}

extension OpenSession.Response {
    init(parsing bytes: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(bytes)
        tag = try reader.byte()
        status = RAKPStatus(try reader.byte())
        // A refusal may end anywhere behind its status.
        let level = reader.remaining > 0 ? try reader.byte() & 0x0F : 0
        privilege = PrivilegeLevel(rawValue: level) ?? .administrator
        if reader.remaining > 0 { try reader.skip(1) }
        console = SessionID(reader.remaining >= 4 ? try reader.uint32() : 0)
        controller = .none
        (authentication, integrity, confidentiality) = (0, 0, 0)
        guard status == .ok else { return }
        controller = SessionID(try reader.uint32())
        authentication = try Self.algorithm(&reader)
        integrity = try Self.algorithm(&reader)
        confidentiality = try Self.algorithm(&reader)
    }

    private static func algorithm(_ reader: inout ByteReader) throws(WireError) -> UInt8 {
        try reader.skip(4)
        defer { try? reader.skip(3) }
        return try reader.byte() & 0x3F
    }

    func encoded() -> [UInt8] {
        guard status == .ok else {
            return [tag, status.value, 0, 0] + [UInt8](little: console.value)
        }
        var bytes: [UInt8] = [tag, status.value, privilege.rawValue, 0]
        bytes.append(little: console.value)
        bytes.append(little: controller.value)
        for (kind, value) in [authentication, integrity, confidentiality].enumerated() {
            bytes += [UInt8(kind), 0, 0, 8, value, 0, 0, 0]
        }
        return bytes
    }
}
