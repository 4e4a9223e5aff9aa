import Hardware

/// Modules of memory (schema Memory).
extension FakeRedfish {
    /// What one module usually has, where the whole can be made of such.
    private static var usualModule: ByteCount { .gibibytes(16) }
    /// Slots of a two-socket server.
    private static var slots: Int64 { 32 }

    func memoryBody(_ place: Int, _ address: ResourceAddress) throws(RedfishFault) -> JSON {
        let modules = Self.modules(of: systems[place].host.facts.memory)
        let names = modules.indices.map { "DIMM\($0 + 1)" }
        guard address.kind == .memory else {
            return collection(
                address, type: "MemoryCollection", name: "Memory Collection",
                names.map { ResourceAddress(.memory, systems[place].id, $0) })
        }
        guard let index = names.firstIndex(of: address.names[1]) else {
            throw .missing(address.path)
        }
        var body = resource(
            address, type: "Memory.v1_7_0.Memory", id: names[index], name: names[index])
        body["MemoryType"] = "DRAM"
        body["CapacityMiB"] = .integer(Int(modules[index].bytes >> 20))
        body["DeviceLocator"] = .text(names[index])
        body["Status"] = Self.enabled
        return .object(body)
    }

    private static func modules(of memory: ByteCount) -> [ByteCount] {
        let count = memory.bytes / usualModule.bytes
        guard (1...slots).contains(count), memory.bytes % usualModule.bytes == 0 else {
            return [memory]
        }
        return Array(repeating: usualModule, count: Int(count))
    }
}
