import CLibvirt
import Glibc

extension LibvirtController {
    /// What the domain's screen shows, in the form that its hypervisor has: PPM with QEMU.
    ///
    /// - Throws: ``LibvirtError/unsupported(_:)`` where domains have no screens.
    public func screenshot() async throws(LibvirtError) -> Screenshot {
        try await hypervisor.call(domain) { domain throws(LibvirtError) in
            guard let connection = virDomainGetConnect(domain),
                let stream = virStreamNew(connection, 0)
            else { throw .last() }
            defer { virStreamFree(stream) }
            guard let type = virDomainScreenshot(domain, stream, 0, 0) else { throw .last() }
            defer { free(type) }
            let bytes = try Self.readAll(stream)
            return Screenshot(mediaType: String(cString: type), bytes: bytes)
        }
    }

    private static func readAll(_ stream: virStreamPtr) throws(LibvirtError) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [CChar](repeating: 0, count: 1 << 16)
        while true {
            let count = virStreamRecv(stream, &piece, piece.count)
            guard count >= 0 else { throw .last() }
            guard count > 0 else { break }
            bytes += piece[..<Int(count)].map { UInt8(bitPattern: $0) }
            guard bytes.count <= LibvirtLimits.screenshot else {
                virStreamAbort(stream)
                throw .malformed("a screenshot without end")
            }
        }
        try check(virStreamFinish(stream))
        return bytes
    }
}
