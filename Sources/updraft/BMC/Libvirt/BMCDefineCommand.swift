import ArgumentParser
import BareMetal
import Hardware

/// `updraft bmc define --inventory instackenv.json --connect qemu:///session`
struct BMCDefineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "define",
        abstract: "Makes virtual machines of an inventory's nodes, as servers for a laptop.",
        discussion: """
            Each has its node's name, processors, memory and network interfaces, a disk of its \
            size and a serial console. One that is there already is changed from its next start \
            on. Disks are made where they are not there; nothing is ever written to one.

              updraft bmc define --inventory instackenv.json --connect qemu:///session --dry-run
              updraft bmc define --inventory instackenv.json --connect qemu:///system \\
                --disks /var/lib/libvirt/images --network provisioning node-0 node-1
              updraft bmc serve --connect qemu:///system --domain node-0 --domain node-1

            Exit status: 0 all are defined, 1 some are not, 64 bad usage or a bad file.
            """)

    @Argument(help: "The nodes. Without them all of the inventory.")
    var nodes: [String] = []

    @Option(
        help: "The machines that are wanted.",
        completion: .file(extensions: ["json", "yaml", "yml", "csv"]))
    var inventory: String

    @Option(help: "The hypervisor, such as qemu:///system.")
    var connect: String

    @Option(
        help: ArgumentHelp(
            "A folder on the hypervisor's host for disks, NAME.raw each.",
            discussion: "Without it machines have no disks."),
        completion: .directory)
    var disks: String?

    @Option(help: "The network of libvirt's that all interfaces are cabled to.")
    var network: String?

    @Option(help: "The bridge of the host that they are cabled to instead.")
    var bridge: String?

    @Option(
        help: "A folder on the hypervisor's host for what consoles show, NAME.log each.",
        completion: .directory)
    var consoles: String?

    @Option(help: "What runs them: kvm or qemu. Default: the best that the hypervisor has.")
    var type: String?

    @Flag(help: "The firmware. Default: the node's boot_mode, or else bios.")
    var mode: BootMode?

    @Flag(help: "Prints what would be defined, as libvirt's XML, and defines nothing.")
    var dryRun = false

    func validate() throws {
        if let problem = LibvirtLink.problem(connect) {
            throw ValidationError("--connect: \(problem)")
        }
        guard network == nil || bridge == nil else {
            throw ValidationError("Either --network or --bridge says where interfaces lead.")
        }
        for folder in [disks, consoles].compactMap({ $0 }) where !folder.hasPrefix("/") {
            throw ValidationError("'\(folder)' is no absolute path, as hypervisors want it.")
        }
    }

    func run() async throws {
        let plan = DomainPlan(
            nodes: try chosen(), hypervisor: connect, disks: disks, network: network,
            bridge: bridge, consoles: consoles, type: type, mode: mode)
        try await (dryRun ? plan.print() : plan.carryOut())
    }

    private func chosen() throws -> [NodeDescription] {
        let known: [NodeDescription]
        do throws(InputProblems) { known = try InventoryFile.read(inventory).nodes } catch {
            StandardError.print(error.description)
            throw ExitStatus.badInput
        }
        if nodes.isEmpty { return known }
        return try nodes.map { name in
            guard let node = known.first(where: { $0.name.text == name }) else {
                throw ValidationError("'\(name)' is no node of \(inventory).")
            }
            return node
        }
    }
}
