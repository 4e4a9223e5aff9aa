import CLibvirt
public import Documents
import Glibc
import Hardware

/// A domain's controller: what a BMC is to a server, libvirt is to a virtual machine.
public struct LibvirtController: Sendable {
    public let domain: DomainName
    public let hypervisor: Hypervisor

    init(_ domain: DomainName, on hypervisor: Hypervisor) {
        self.domain = domain
        self.hypervisor = hypervisor
    }

    /// Makes a call about the domain, for callers that do not know which protocol is spoken.
    func ask<Value: Sendable>(
        _ body: @escaping @Sendable (virDomainPtr) throws(LibvirtError) -> Value
    ) async throws(BMCError) -> Value {
        do throws(LibvirtError) { return try await hypervisor.call(domain, body) } catch {
            throw error.asBMCError
        }
    }

    /// What the domain is made from.
    public func description() async throws(LibvirtError) -> XMLElement {
        try await hypervisor.call(domain) { domain throws(LibvirtError) in
            try Self.description(of: domain, VIR_DOMAIN_XML_INACTIVE)
        }
    }

    /// - Parameter flags: what is to be in it; nothing for a domain as it runs.
    static func description(
        of domain: virDomainPtr, _ flags: virDomainXMLFlags = virDomainXMLFlags(0)
    ) throws(LibvirtError) -> XMLElement {
        // Without its secrets, what is defined again would have lost them.
        let secure = flags == VIR_DOMAIN_XML_INACTIVE ? VIR_DOMAIN_XML_SECURE.rawValue : 0
        guard let text = virDomainGetXMLDesc(domain, flags.rawValue | secure) else { throw .last() }
        defer { free(text) }
        do throws(XMLProblem) { return try XMLReader.read(String(cString: text)) } catch {
            throw .malformed("a domain's description: \(error)")
        }
    }

    static func isActive(_ domain: virDomainPtr) throws(LibvirtError) -> Bool {
        let answer = virDomainIsActive(domain)
        guard answer >= 0 else { throw .last() }
        return answer == 1
    }
}
