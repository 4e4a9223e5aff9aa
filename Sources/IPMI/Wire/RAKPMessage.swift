/// The four messages that follow an opened session (IPMI 2.0, sections 13.20 to 13.23).
enum RAKPMessage {
    static let randomLength = 16
    static let longestName = 16

    struct First: Sendable, Hashable {
        var tag: UInt8
        var controller: SessionID
        var consoleRandom: [UInt8]
        /// Privilege in the low four bits, bit 4 for lookup by name alone.
        var role: UInt8
        var userName: [UInt8]
    }

    struct Second: Sendable, Hashable {
        var tag: UInt8
        var status: RAKPStatus
        var console: SessionID
        var controllerRandom: [UInt8] = []
        var controllerGUID: [UInt8] = []
        var code: [UInt8] = []
    }

    struct Third: Sendable, Hashable {
        var tag: UInt8
        var status: RAKPStatus
        var controller: SessionID
        var code: [UInt8]
    }

    struct Fourth: Sendable, Hashable {
        var tag: UInt8
        var status: RAKPStatus
        var console: SessionID
        var check: [UInt8]
    }
}

extension RAKPMessage.First {
    static let nameOnlyLookup: UInt8 = 0x10

    init(parsing bytes: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(bytes)
        tag = try reader.byte()
        try reader.skip(3)
        controller = SessionID(try reader.uint32())
        consoleRandom = Array(try reader.take(RAKPMessage.randomLength))
        role = try reader.byte()
        try reader.skip(2)
        let length = Int(try reader.byte())
        // A name that is too long is an answer's matter; one that is cut off is not.
        userName = Array(try reader.take(length))
        guard reader.remaining == 0 else { throw .oversized }
    }

    func encoded() -> [UInt8] {
        var bytes: [UInt8] = [tag, 0, 0, 0]
        bytes.append(little: controller.value)
        bytes += consoleRandom
        bytes += [role, 0, 0, UInt8(userName.count)]
        return bytes + userName
    }
}

extension RAKPMessage.Second {
    init(parsing bytes: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(bytes)
        tag = try reader.byte()
        status = RAKPStatus(try reader.byte())
        try reader.skip(2)
        console = SessionID(try reader.uint32())
        guard status == .ok else { return }
        controllerRandom = Array(try reader.take(RAKPMessage.randomLength))
        controllerGUID = Array(try reader.take(16))
        code = Array(reader.rest())
    }

    func encoded() -> [UInt8] {
        var bytes: [UInt8] = [tag, status.value, 0, 0]
        bytes.append(little: console.value)
        return bytes + controllerRandom + controllerGUID + code
    }
}

extension RAKPMessage.Third {
    init(parsing bytes: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(bytes)
        tag = try reader.byte()
        status = RAKPStatus(try reader.byte())
        try reader.skip(2)
        controller = SessionID(try reader.uint32())
        code = Array(reader.rest())
    }

    func encoded() -> [UInt8] {
        var bytes: [UInt8] = [tag, status.value, 0, 0]
        bytes.append(little: controller.value)
        return bytes + code
    }
}

extension RAKPMessage.Fourth {
    init(parsing bytes: ArraySlice<UInt8>) throws(WireError) {
        var reader = ByteReader(bytes)
        tag = try reader.byte()
        status = RAKPStatus(try reader.byte())
        try reader.skip(2)
        console = SessionID(try reader.uint32())
        check = Array(reader.rest())
    }

    func encoded() -> [UInt8] {
        var bytes: [UInt8] = [tag, status.value, 0, 0]
        bytes.append(little: console.value)
        return bytes + check
    }
}
