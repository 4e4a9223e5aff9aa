#if LIBVIRT
    import Fleet
    import Foundation
    import Hardware
    import IPMI
    import Libvirt
    import LiveWorld
    import Redfish
#endif

/// Controllers in front of virtual machines, while they serve.
struct DomainService: ~Copyable {
    #if LIBVIRT
        /// Between two looks at orders, at consoles, and whether somebody asks for the end.
        private static let turn: Duration = .milliseconds(20)
        /// Looks for the first news of the domains, a turn apart: as long as one call may take.
        private static let looks = Int(BMCLimits.call / turn)

        private let hypervisor: String
        private let order: FarmOrder
        private let hosts: [DomainHost]
        private var farm: BMCFarm<DomainHost>
        private var redfish: FarmRedfish<DomainHost>?
        private var control: ControlSocket
        private var faults: FarmFaults
        private let keeper: Task<Void, Never>

        /// Serves until somebody asks for the end.
        static func run(_ order: DomainOrder) async throws {
            let hypervisor = Hypervisor(try LibvirtURI(order.hypervisor))
            let facts = try await facts(order, hypervisor)
            var service = try DomainService(order, hypervisor, facts)
            try service.announce()
            service.serve()
        }

        /// Controllers say nothing before they know their machines.
        private mutating func awaitDomains() {
            for _ in 0..<Self.looks where !hosts.allSatisfy(\.isControllerPowered) {
                farm.serve(for: Self.turn)
            }
        }

        /// What the domains are; that they are there is so known as well.
        private static func facts(
            _ order: DomainOrder, _ hypervisor: Hypervisor
        ) async throws -> [DomainFacts] {
            var facts: [DomainFacts] = []
            for domain in order.domains {
                do throws(LibvirtError) {
                    let controller = hypervisor.controller(of: DomainName(domain.name))
                    facts.append(try await controller.facts())
                } catch {
                    StandardError.print("\(domain.name) at \(order.hypervisor): \(error)")
                    throw ExitStatus.unavailable
                }
            }
            return facts
        }

        private init(
            _ order: DomainOrder, _ hypervisor: Hypervisor, _ facts: [DomainFacts]
        ) throws {
            let domains = zip(order.domains, facts).map {
                (name: DomainName($0.name), facts: $1.machine)
            }
            let keeper = DomainKeeper(domains, on: hypervisor) {
                StandardError.print("\($0): \($1)")
            }
            var machines = order.domains.indices.map { Self.machine(order, $0, facts[$0]) }
            var farm = try Self.empty()
            let asked = order.farm(of: machines)
            let profile = ControllerProfile(sensors: [], accounts: order.accounts.map(\.user))
            for (index, host) in keeper.hosts.enumerated() {
                let place = try asked.place(of: machines[index])
                do throws(SocketError) {
                    machines[index].port = try farm.add(at: place) { port in
                        Self.controller(profile, host, facts[index], index, place, port)
                    }
                } catch {
                    throw asked.complaint(machines[index], error)
                }
            }
            let served = order.farm(of: machines)
            redfish = try served.redfish.map { place in
                let systems = try Self.systems(machines, keeper.hosts, facts)
                let service = served.service(Self.profile, systems, at: farm.now)
                return try FarmRedfish.begin(service, at: place, &farm)
            }
            control = try served.listen(served.plan)
            faults = FarmFaults(machines.map(\.name))
            self.hypervisor = order.hypervisor
            self.order = served
            self.farm = farm
            hosts = keeper.hosts
            self.keeper = Task.detached { await keeper.run() }
            awaitDomains()
        }

        /// Domains have no sensors, and no firmware that anybody could change.
        private static let profile = RedfishProfile(sensors: [], biosSettings: [], firmware: [])

        private static func systems(
            _ machines: [ServedMachine], _ hosts: [DomainHost], _ facts: [DomainFacts]
        ) throws -> [RedfishSystem<DomainHost>] {
            try machines.indices.map { index in
                let name = machines[index].name.text
                guard name.utf8.allSatisfy(Self.isForAddresses) else {
                    StandardError.print("\(name): Redfish has no address for such a name")
                    throw ExitStatus.badInput
                }
                return RedfishSystem(
                    id: name, name: name, uuid: facts[index].uuid, host: hosts[index])
            }
        }

        /// Whether it needs no code in addresses (RFC 3986, section 2.3).
        private static func isForAddresses(_ byte: UInt8) -> Bool {
            switch UnicodeScalar(byte) {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
            default: false
            }
        }

        private static func empty() throws -> BMCFarm<DomainHost> {
            do throws(SocketError) { return try BMCFarm() } catch {
                StandardError.print("\(error)")
                throw ExitStatus.unavailable
            }
        }

        private static func machine(
            _ order: DomainOrder, _ index: Int, _ facts: DomainFacts
        ) -> ServedMachine {
            ServedMachine(
                MachineName(order.domains[index].name), host: order.host,
                port: order.port(at: index), order.account.credentials,
                interfaces: facts.interfaces, processors: facts.processors,
                memory: facts.memory, architecture: facts.architecture)
        }

        private static func controller(
            _ profile: ControllerProfile, _ host: DomainHost, _ facts: DomainFacts, _ index: Int,
            _ place: DatagramPeer, _ port: UInt16
        ) -> FakeBMC<DomainHost> {
            let digits = facts.uuid.filter { $0 != "-" }
            return FakeBMC(
                profile, host: host,
                identity: BMCIdentity(
                    manufacturer: "Updraft", product: "Virtual BMC", serialNumber: facts.uuid),
                guid: SystemGUID(
                    high: UInt64(digits.prefix(16), radix: 16) ?? 0,
                    low: UInt64(digits.dropFirst(16), radix: 16) ?? 0),
                place: ControllerPlace(peer: place, port: port, mac: FarmIdentity.mac(index)),
                epoch: .seconds(Date().timeIntervalSince1970))
        }

        private mutating func announce() throws {
            let announcement = FarmAnnouncement(plan: order.plan, accounts: order.accounts)
            try announcement.print(order.inventory(of: order.plan, redfish: redfish?.address))
            StandardError.print(
                "\(announcement.ready), in front of domains of \(hypervisor), orders at "
                    + control.path)
            if let redfish { StandardError.print(redfish.announcement) }
        }

        private mutating func serve() {
            while !Signals.wantEnd {
                farm.serve(for: Self.turn)
                redfish?.answer(at: farm.now) { farm.line(of: $0) }
                for index in hosts.indices { attend(to: index) }
                for given in control.orders() {
                    control.answer(given, faults.answer(given.text, &farm))
                }
            }
            redfish?.stop()
            keeper.cancel()
            StandardError.print(
                "stopped: \(order.plan.machines.count) BMCs of domains served for "
                    + "\(farm.now.components.seconds) s, \(farm.received) datagrams")
        }

        /// A domain's console is held while somebody looks at it over the network, and no longer.
        private mutating func attend(to index: Int) {
            let line = hosts[index].line
            guard farm.controllers[index].isConsoleOpen else {
                if line.isWatched { line.close() }
                return
            }
            line.open()
            let shown = line.takeShown()
            if !shown.isEmpty { farm.writeConsole(shown, of: index) }
        }
    #else
        static func run(_ order: DomainOrder) async throws {
            StandardError.print(LibvirtLink.absence)
            throw ExitStatus.unavailable
        }
    #endif
}
