import ArgumentParser
import Fleet
import Foundation
import Hardware

/// `updraft bmc screenshot qemu:///system/node-3`
struct BMCScreenshotCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screenshot",
        abstract: "Takes pictures of virtual machines' screens.",
        discussion: """
            Each becomes a file that is named after its machine, in the form that the hypervisor \
            has: NAME.ppm or NAME.png.

              updraft bmc screenshot qemu:///system/node-3
              updraft bmc screenshot --connect qemu:///system --folder shots node-1 node-2

            Exit status: 0 all are there, 1 some are not, 64 bad usage.
            """)

    @Argument(help: "qemu:///system/NAME, or names of --connect's domains.")
    var targets: [String]

    @Option(help: "The hypervisor that domains are on, such as qemu:///system.")
    var connect: String?

    @Option(help: "Where pictures go. Default: here.", completion: .directory)
    var folder = "."

    func validate() throws {
        if let connect, let problem = LibvirtLink.problem(connect) {
            throw ValidationError("--connect: \(problem)")
        }
    }

    func run() async throws {
        let domains: [ControllerTarget]
        do throws(DomainTargets.Failure) {
            domains = try DomainTargets.read(targets, hypervisor: connect)
        } catch {
            throw ValidationError(error.description)
        }
        let link = LibvirtLink()
        var failures = 0
        for domain in domains {
            do {
                let picture = try await link.screenshot(of: domain)
                let path = "\(folder)/\(domain.address.system ?? "domain").\(picture.suffix)"
                try Data(picture.bytes).write(to: URL(fileURLWithPath: path))
                StandardOutput.print("\(domain.name): \(path)")
            } catch {
                failures += 1
                StandardError.print("\(domain.name): \(error)")
            }
        }
        await link.close()
        try StandardOutput.check()
        if failures > 0 { throw ExitStatus.failed }
    }
}
