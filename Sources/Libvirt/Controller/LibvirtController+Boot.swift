import CLibvirt
import Documents
public import Hardware

extension LibvirtController: BootControl {
    /// The override that the next start is still to obey. An override for one start ends with
    /// that start, whoever ordered it.
    public func bootOverride() async throws(BMCError) -> BootOverride? {
        try await ask { domain throws(LibvirtError) in
            try Self.settleBoot(of: domain)
            return try Self.boot(of: domain).override
        }
    }

    /// Takes effect when the domain next starts from being off, or is reset through here; a guest
    /// that restarts goes on with what its domain was made from. The mode is noted: a domain's
    /// firmware is chosen when it is defined.
    public func setBootOverride(_ override: BootOverride?) async throws(BMCError) {
        var chance = SystemRandomNumberGenerator()
        let mark = String(UInt64.random(in: .min ... .max, using: &chance), radix: 16)
        let result: Result<Void, BMCError> = try await ask { domain throws(LibvirtError) in
            guard virDomainIsPersistent(domain) == 1 else {
                throw .unfit("the domain is transient: it has no next start")
            }
            var boot = try Self.boot(of: domain)
            do throws(BMCError) { try boot.set(override, mark: mark) } catch {
                return .failure(error)
            }
            try Self.define(boot.description, for: domain)
            return .success(())
        }
        try result.get()
    }

    static func boot(of domain: virDomainPtr) throws(LibvirtError) -> DomainBoot {
        DomainBoot(
            description: try description(of: domain, VIR_DOMAIN_XML_INACTIVE),
            running: try isActive(domain) ? try description(of: domain) : nil)
    }

    /// Ends an override for one start that has been obeyed.
    static func settleBoot(of domain: virDomainPtr) throws(LibvirtError) {
        guard virDomainIsPersistent(domain) == 1 else { return }
        var boot = try boot(of: domain)
        guard boot.isOver else { return }
        boot.restore()
        try define(boot.description, for: domain)
    }

    /// What is described changes; what runs does not.
    private static func define(
        _ description: XMLElement, for domain: virDomainPtr
    ) throws(LibvirtError) {
        guard let connection = virDomainGetConnect(domain),
            let defined = virDomainDefineXML(connection, description.text)
        else { throw .last() }
        virDomainFree(defined)
    }
}
