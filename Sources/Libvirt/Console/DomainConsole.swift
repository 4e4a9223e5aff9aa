import CLibvirt

/// A domain's serial console, both ways.
public final class DomainConsole: Sendable {
    /// What the machine writes; ends when the console does, as where the domain stops.
    public let output: AsyncStream<[UInt8]>
    private let line: ConsoleLine
    private let hypervisor: Hypervisor

    private init(_ line: ConsoleLine, _ output: AsyncStream<[UInt8]>, _ hypervisor: Hypervisor) {
        self.line = line
        self.output = output
        self.hypervisor = hypervisor
    }

    /// Whether somebody else who has the console loses it.
    public enum Takeover: Sendable {
        case yes, no
    }

    /// Opens the first serial console of a domain that runs.
    public static func open(
        _ controller: LibvirtController, takeover: Takeover = .no
    ) async throws(LibvirtError) -> DomainConsole {
        let (output, continuation) = AsyncStream<[UInt8]>.makeStream()
        let line = try await controller.hypervisor.call(controller.domain) {
            domain throws(LibvirtError) in
            try ConsoleLine(domain, takeover, continuation)
        }
        return DomainConsole(line, output, controller.hypervisor)
    }

    /// Types. What the machine does not take is dropped once too much of it waits.
    public func type(_ characters: [UInt8]) { line.type(characters) }

    /// Gives the console back.
    public func close() async {
        let line = line
        try? await hypervisor.call { _ throws(LibvirtError) in line.close() }
    }
}
