import CLibvirt
import Documents
import Glibc
public import Hardware

extension Hypervisor {
    /// What can run domains of an architecture, the best first: `kvm` before `qemu`.
    ///
    /// - Returns: empty where the hypervisor has none for it.
    public func domainTypes(
        for architecture: Architecture
    ) async throws(LibvirtError) -> [String] {
        let text = try await call { connection throws(LibvirtError) in
            guard let text = virConnectGetCapabilities(connection) else { throw .last() }
            defer { free(text) }
            return String(cString: text)
        }
        let capabilities: XMLElement
        do throws(XMLProblem) { capabilities = try XMLReader.read(text) } catch {
            throw .malformed("its capabilities: \(error)")
        }
        // Other guests know that they are guests, and are told of apart.
        let guests = capabilities.children(named: "guest").filter {
            $0.child("os_type")?.content == "hvm"
        }
        let fitting = guests.compactMap { $0.child("arch") }
            .filter { $0[attribute: "name"] == architecture.text }
        let types = fitting.flatMap { $0.children(named: "domain") }
            .compactMap { $0[attribute: "type"] }
        return types.filter { $0 == "kvm" } + types.filter { $0 != "kvm" }
    }
}
