import Glibc

/// The system's own chance, fetched in larger portions than a number at a time: datagrams need
/// some each, and every fetch is a call of the system.
struct PooledGenerator: RandomNumberGenerator {
    /// What the system gives at once (getentropy(3)).
    private static let portion = 256 / MemoryLayout<UInt64>.size

    /// Numbers that nobody has had yet.
    private var pool: [UInt64] = []

    mutating func next() -> UInt64 {
        if pool.isEmpty { fill() }
        return pool.removeLast()
    }

    private mutating func fill() {
        pool = [UInt64](unsafeUninitializedCapacity: Self.portion) { buffer, count in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            let status = getentropy(bytes.baseAddress, bytes.count)
            precondition(status == 0, "Linux has had this call since 3.17.")
            count = Self.portion
        }
    }
}
