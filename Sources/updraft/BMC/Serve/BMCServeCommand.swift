import ArgumentParser
import Fleet
import Hardware
import LiveWorld

/// `updraft bmc serve --count 20`
struct BMCServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves fake BMCs over IPMI and Redfish until it is stopped.",
        discussion: """
            The machines of a simulated datacenter, a UDP port each, all in one process: power \
            takes its time, sensors follow the load, breakers trip. As soon as all of them answer, \
            the inventory to use with them is printed on standard output, as TripleO's \
            instackenv.json, and "ready" on standard error.

              updraft bmc serve --count 1000 --ipmi-base 20000 > rack.json
              updraft bmc serve --inventory instackenv.json --address 127.0.0.1
              updraft bmc serve --count 3 --address ::1 --accounts accounts.yaml
              updraft bmc serve --count 3 --accelerate 10
              updraft bmc serve --count 20 --redfish 8443 --print redfish

            Accounts are a YAML list; without one there is admin, with the password "password":

              - { name: root, password: calvin, privilege: administrator }
              - { name: monitor, password: looksee, privilege: user }

            In front of virtual machines it is a virtual BMC: power, boot devices and consoles are \
            those of libvirt's domains.

              updraft bmc serve --connect qemu:///system --domain node-0 --domain node-1=6240

            Ctrl-C or SIGTERM stops it. While it serves, `updraft bmc fault` breaks things; of \
            virtual machines the controllers alone.

            Exit status: 0 it was stopped, 64 bad usage or a bad file, 69 an address or a port \
            cannot be had.
            """
    )

    @Option(help: "How many machines; they are made up.")
    var count: Int?

    @Option(
        help: "Serves the machines of this file that are driven by IPMI.",
        completion: .file(extensions: ["json", "yaml", "yml", "csv"]))
    var inventory: String?

    @Option(
        help: ArgumentHelp(
            "A virtual machine to serve, NAME or NAME=PORT; again for each further one.",
            discussion: "Its power and boot device are the domain's."))
    var domain: [ServedDomain] = []

    @Option(help: "The hypervisor of the virtual machines, such as qemu:///system.")
    var connect: String?

    @Option(
        help: ArgumentHelp(
            "The first machine's port; the others' follow. 0 for any that are free.",
            discussion: "Default: 6230, or those of the inventory."))
    var ipmiBase: UInt16?

    @Option(
        help: ArgumentHelp(
            "Serves all machines on this TCP port over Redfish too. 0 for one that is free.",
            discussion: "In TLS and plain, as the client begins; the certificate is made anew."))
    var redfish: UInt16?

    @Option(help: "Which way the printed inventory names: ipmi or redfish.")
    var print = ControllerProtocol.ipmi

    @Option(help: "The address to serve at. Default: 127.0.0.1, or those of the inventory.")
    var address: String?

    @Option(
        help: "Who may log in: a YAML list of { name, password, privilege }.",
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var accounts: String?

    @Option(help: "How many times faster than real time the machines are.")
    var accelerate = 1.0

    @Option(help: "Seconds from a power command to the change of power; all else has its own time.")
    var powerDelay = 0.0

    @Option(help: "Where it takes orders from `updraft bmc fault`. Default: found by that.")
    var control: String?

    func validate() throws {
        let choices = [count != nil, inventory != nil, !domain.isEmpty]
        guard choices.count(where: { $0 }) == 1 else {
            throw ValidationError("Either --count, --inventory or --domain says what to serve.")
        }
        try validateDomains()
        if let count, !(1...FarmPlan.largestCount).contains(count) {
            throw ValidationError("--count lies between 1 and \(FarmPlan.largestCount).")
        }
        guard print != .libvirt, print != .redfish || redfish != nil else {
            throw ValidationError("--print redfish goes with --redfish, and there is ipmi else.")
        }
        guard (0.001...100_000).contains(accelerate) else {
            throw ValidationError("--accelerate lies between 0.001 and 100000.")
        }
        guard (0...600).contains(powerDelay) else {
            throw ValidationError("--power-delay lies between 0 and 600.")
        }
        let first = Int(ipmiBase ?? FarmPlan.usualPort)
        if let count, first > 0, first + count - 1 > Int(UInt16.max) {
            throw ValidationError(
                "\(count) ports from \(first) on do not end by 65535: choose a smaller --ipmi-base."
            )
        }
    }

    private func validateDomains() throws {
        guard domain.isEmpty == (connect == nil) else {
            throw ValidationError("--domain and --connect go together.")
        }
        if let connect, let problem = LibvirtLink.problem(connect) {
            throw ValidationError("--connect: \(problem)")
        }
        guard Set(domain.map(\.name)).count == domain.count else {
            throw ValidationError("A domain is there twice.")
        }
    }

    func run() async throws {
        if let connect {
            Signals.watch()
            OpenFiles.raiseLimit()
            return try await DomainService.run(
                DomainOrder(
                    hypervisor: connect, domains: domain, host: address ?? FarmPlan.usualHost,
                    first: ipmiBase ?? FarmPlan.usualPort, accounts: try readAccounts(),
                    redfish: redfishPlace, printed: print, control: control))
        }
        let order = try order()
        for name in order.plan.leftOut {
            StandardError.print("notice: \(name) is not driven by IPMI and is not served")
        }
        guard !order.plan.machines.isEmpty else {
            StandardError.print("\(inventory ?? ""): no machine in it is driven by IPMI")
            throw ExitStatus.badInput
        }
        Signals.watch()
        OpenFiles.raiseLimit()
        var service = try FarmService(order)
        try service.announce()
        try service.serve()
    }

    private var redfishPlace: BMCAddress? {
        redfish.map { BMCAddress(host: address ?? FarmPlan.usualHost, port: Int($0)) }
    }

    private func order() throws -> FarmOrder {
        do throws(InputProblems) {
            let known = try knownAccounts()
            return FarmOrder(
                plan: try plan(known), accounts: known, inventory: inventory,
                acceleration: accelerate, powerDelay: .seconds(powerDelay),
                redfish: redfishPlace, printed: print, control: control)
        } catch {
            StandardError.print(error.description)
            throw ExitStatus.badInput
        }
    }

    private func readAccounts() throws -> [FleetAccount] {
        do throws(InputProblems) { return try knownAccounts() } catch {
            StandardError.print(error.description)
            throw ExitStatus.badInput
        }
    }

    private func knownAccounts() throws(InputProblems) -> [FleetAccount] {
        guard let accounts else { return [.usual] }
        return try AccountListReader.read(
            try InputSource.read(accounts), file: InputSource.name(accounts))
    }

    private func plan(_ accounts: [FleetAccount]) throws(InputProblems) -> FarmPlan {
        guard let inventory else {
            let printed = accounts.max { $0.privilege < $1.privilege } ?? .usual
            return FarmPlan(
                count: count ?? 1, host: address ?? FarmPlan.usualHost,
                first: ipmiBase ?? FarmPlan.usualPort, account: printed)
        }
        let read = try InventoryFile.read(inventory)
        return FarmPlan(read, host: address, first: ipmiBase)
    }
}
