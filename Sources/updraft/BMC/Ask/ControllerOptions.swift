import ArgumentParser
import BareMetal
import Fleet
import Foundation
import Hardware
import IPMI
import LiveHTTP

/// Which controllers are meant, how they are spoken to, and what opens them.
struct ControllerOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Addresses, with or without ports, or names of the inventory's nodes.",
            discussion: "Over libvirt: qemu:///system/NAME, or names of --connect's domains."))
    var targets: [String] = []

    @Option(
        help: "Names, addresses and credentials. Without targets: all of its nodes.",
        completion: .file(extensions: ["json", "yaml", "yml", "csv"]))
    var inventory: String?

    @Option(help: "How controllers are spoken to: ipmi, redfish or libvirt.")
    var via = ControllerProtocol.ipmi

    @Option(
        help: ArgumentHelp(
            "libvirt: the hypervisor that domains are on, such as qemu:///system.",
            discussion: "Without targets or an inventory: all of its domains."))
    var connect: String?

    @Option(help: "Default: $UPDRAFT_BMC_USER, or the inventory's.")
    var user: String?

    @Option(
        help: ArgumentHelp(
            "The first line of this file; - for standard input.",
            discussion: "Default: $UPDRAFT_BMC_PASSWORD, or the inventory's."),
        completion: .file())
    var passwordFile: String?

    @Option(help: "The privilege to ask for: administrator, operator or user.")
    var privilege = PrivilegeLevel.administrator

    @Option(help: "The cipher suite (1, 2, 3, 6, 7, 8, 11, 12, 15, 16 or 17). Default: the best.")
    var cipherSuite: CipherSuite?

    @Option(help: "IPMI: 2.0 or 1.5. Default: 2.0, and 1.5 where a controller has no other.")
    var ipmiVersion = SessionVersion.newest

    @Option(
        help: ArgumentHelp(
            "IPMI: the controllers' own key (Kg), where they have one.",
            discussion: "Up to 20 characters, or 0x and up to 40 digits."))
    var kg: ControllerKey?

    @Option(
        help: ArgumentHelp(
            "Redfish: verify, ignore, plain, a SHA-256 fingerprint, or a file of authorities.",
            discussion: "The file's path has a slash. plain is HTTP without TLS."))
    var certificate = ConnectionChoice.tls(.verified(authorities: nil))

    @Flag(help: "One JSON document on standard output.")
    var json = false

    func validate() throws {
        guard connect == nil || via == .libvirt else {
            throw ValidationError("--connect goes with --via libvirt.")
        }
        if let connect, let problem = LibvirtLink.problem(connect) {
            throw ValidationError("--connect: \(problem)")
        }
        guard inventory != InputSource.standardInput || passwordFile != InputSource.standardInput
        else { throw ValidationError("Standard input can be read once only.") }
    }

    /// The controllers, each with what opens it; or what is wrong on standard error.
    func resolve() async throws -> [ControllerTarget] {
        do {
            if via == .libvirt { return try await domains() }
            let known = try inventory.map { try InventoryFile.read($0) }
            let (user, password) = try given()
            return try TargetList.read(targets, inventory: known).map { target in
                let credentials = BMCCredentials(
                    user: user ?? target.credentials?.user ?? "",
                    password: password ?? target.credentials?.password ?? "")
                guard !credentials.user.isEmpty else {
                    StandardError.print(
                        "\(target.name): no user is known; --user, $UPDRAFT_BMC_USER or an "
                            + "inventory tells")
                    throw ExitStatus.badInput
                }
                return target.opened(by: credentials)
            }
        } catch let problem as InputProblems {
            StandardError.print(problem.description)
            throw ExitStatus.badInput
        } catch let failure as TargetList.Failure {
            throw ValidationError(failure.description)
        } catch let failure as DomainTargets.Failure {
            throw ValidationError(failure.description)
        }
    }

    /// Domains need nobody's name and password: the hypervisor's URI says who asks.
    private func domains() async throws -> [ControllerTarget] {
        var words = targets
        if let inventory {
            let known = try InventoryFile.read(inventory).nodes.map(\.name.text)
            if words.isEmpty { words = known }
        } else if words.isEmpty, let connect {
            let link = LibvirtLink()
            do {
                words = try await link.domains(at: connect)
                await link.close()
            } catch {
                StandardError.print("\(connect): \(error)")
                throw ExitStatus.unavailable
            }
        }
        let targets = try DomainTargets.read(words, hypervisor: connect)
        for uri in Set(targets.map(\.address.host)).sorted() {
            if let problem = LibvirtLink.problem(uri) { throw ValidationError(problem) }
        }
        return targets
    }

    private func given() throws -> (user: String?, password: String?) {
        let environment = ProcessInfo.processInfo.environment
        let user = user ?? environment["UPDRAFT_BMC_USER"]
        guard let passwordFile else { return (user, environment["UPDRAFT_BMC_PASSWORD"]) }
        let bytes = try InputSource.read(passwordFile)
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return (user, String(decoding: line, as: UTF8.self))
    }
}
