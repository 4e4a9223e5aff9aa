import ArgumentParser
import BareMetal
import Documents
import Fleet
import Hardware

#if LIBVIRT
    import Foundation
    import Libvirt
#endif

/// Virtual machines that are to be made of an inventory's nodes.
struct DomainPlan {
    let nodes: [NodeDescription]
    /// The hypervisor's URI.
    let hypervisor: String
    /// Absolute paths on the hypervisor's host; nil where there are to be no disks, or no logs.
    let disks: String?
    let network: String?
    let bridge: String?
    let consoles: String?
    /// As libvirt calls it; nil for the best there is.
    let type: String?
    /// Nil for each node's own.
    let mode: BootMode?

    #if LIBVIRT
        /// What a machine has of which its node says nothing: enough for a ramdisk and an image.
        private static let usualProcessors = 1
        private static let usualMemory = ByteCount.gibibytes(2)
        private static let usualDisk = ByteCount.gibibytes(20)

        /// Prints what libvirt would be given.
        func print() async throws {
            let hypervisor = Hypervisor(try LibvirtURI(hypervisor))
            for node in nodes {
                do throws(LibvirtError) {
                    StandardOutput.print(try await description(of: node, hypervisor).xml.text)
                } catch {
                    StandardError.print("\(node.name): \(error)")
                    throw ExitStatus.failed
                }
            }
            await hypervisor.close()
            try StandardOutput.check()
        }

        /// Makes disks and machines; those that cannot be made are told.
        func carryOut() async throws {
            let uri = try LibvirtURI(hypervisor)
            let hypervisor = Hypervisor(uri)
            var rows: [[String]] = []
            for node in nodes {
                do throws(LibvirtError) {
                    let description = try await description(of: node, hypervisor)
                    if uri.isLocal { for disk in description.disks { try Self.make(disk) } }
                    try await hypervisor.define(description.xml)
                    rows.append(Self.row(description))
                } catch {
                    StandardError.print("\(node.name): \(error)")
                }
            }
            await hypervisor.close()
            let header = ["name", "type", "processors", "memory", "disks", "firmware"]
            if !rows.isEmpty { StandardOutput.print(TextTable(header: header, rows).lines) }
            try StandardOutput.check()
            guard rows.count == nodes.count else { throw ExitStatus.failed }
        }

        private static func row(_ domain: DomainDescription) -> [String] {
            [
                domain.name.text, domain.type, "\(domain.processors)", "\(domain.memory)",
                "\(domain.disks.count)", domain.firmware.rawValue,
            ]
        }

        private func description(
            of node: NodeDescription, _ hypervisor: Hypervisor
        ) async throws(LibvirtError) -> DomainDescription {
            let architecture = node.architecture ?? "x86_64"
            var types = type.map { [$0] } ?? []
            if types.isEmpty { types = try await hypervisor.domainTypes(for: architecture) }
            guard let best = types.first else {
                throw .unfit("the hypervisor runs no machines of \(architecture)")
            }
            var domain = DomainDescription(
                DomainName(node.name.text), type: best,
                processors: max(node.processors ?? Self.usualProcessors, 1),
                architecture: architecture,
                memory: max(node.memory ?? Self.usualMemory, .mebibytes(1)))
            domain.uuid = node.uuid
            domain.firmware = mode ?? node.bootMode ?? .bios
            domain.disks = disk(of: node).map { [$0] } ?? []
            domain.interfaces = node.ports.map { DomainInterface($0.address, cable) }
            domain.consoleLog = consoles.map { "\($0)/\(node.name).log" }
            return domain
        }

        private func disk(of node: NodeDescription) -> DomainDisk? {
            disks.map {
                DomainDisk(
                    path: "\($0)/\(node.name).raw", format: .raw,
                    size: node.disk ?? Self.usualDisk)
            }
        }

        private var cable: DomainInterface.Cable {
            if let network { return .network(network) }
            return bridge.map { .bridge($0) } ?? .user
        }

        /// A file that takes no room before it is written to; one that is there is left alone.
        private static func make(_ disk: DomainDisk) throws(LibvirtError) {
            let files = FileManager.default
            guard !files.fileExists(atPath: disk.path) else { return }
            guard files.createFile(atPath: disk.path, contents: nil),
                let file = FileHandle(forWritingAtPath: disk.path),
                (try? file.truncate(atOffset: UInt64(disk.size.bytes))) != nil
            else { throw .unfit("the disk \(disk.path) cannot be made") }
            try? file.close()
        }
    #else
        func print() throws { try carryOut() }

        func carryOut() throws {
            StandardError.print(LibvirtLink.absence)
            throw ExitStatus.unavailable
        }
    #endif
}
