#if LIBVIRT
    import Fleet
    import Foundation
    import Hardware
    import IPMI
    import Libvirt
    import LiveWorld
#endif

/// Controllers in front of virtual machines, while they serve.
struct DomainService: ~Copyable {
    #if LIBVIRT
        /// Between two looks whether somebody asks for the end.
        private static let turn: Duration = .milliseconds(100)
        /// Looks for the first news of the domains, a turn apart: as long as one call may take.
        private static let looks = Int(BMCLimits.call / turn)

        private let order: DomainOrder
        private let plan: FarmPlan
        private var farm: BMCFarm<DomainHost>
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
        private mutating func awaitDomains(_ hosts: [DomainHost]) {
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
            let names = order.domains.map { DomainName($0.name) }
            let keeper = DomainKeeper(names, on: hypervisor) {
                StandardError.print("\($0): \($1)")
            }
            let profile = ControllerProfile(sensors: [], accounts: order.accounts.map(\.user))
            var machines = order.domains.indices.map { Self.machine(order, $0, facts[$0]) }
            var farm = try Self.empty()
            let farmOrder = FarmOrder(
                plan: FarmPlan(machines), accounts: order.accounts, inventory: nil,
                acceleration: 1, powerDelay: .zero, redfish: nil, printed: .ipmi, control: nil)
            for (index, host) in keeper.hosts.enumerated() {
                let place = try farmOrder.place(of: machines[index])
                do throws(SocketError) {
                    machines[index].port = try farm.add(at: place) { port in
                        Self.controller(profile, host, facts[index], index, place, port)
                    }
                } catch {
                    throw farmOrder.complaint(machines[index], error)
                }
            }
            self.order = order
            self.farm = farm
            plan = FarmPlan(machines)
            self.keeper = Task.detached { await keeper.run() }
            awaitDomains(keeper.hosts)
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
                port: order.port(at: index), order.printed.credentials,
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
            let announcement = FarmAnnouncement(plan: plan, accounts: order.accounts)
            try announcement.print(FarmInventory(plan))
            StandardError.print(
                "\(announcement.ready), in front of domains of \(order.hypervisor)")
        }

        private mutating func serve() {
            while !Signals.wantEnd { farm.serve(for: Self.turn) }
            keeper.cancel()
            StandardError.print(
                "stopped: \(plan.machines.count) BMCs of domains served for "
                    + "\(farm.now.components.seconds) s, \(farm.received) datagrams")
        }
    #else
        static func run(_ order: DomainOrder) async throws {
            StandardError.print(LibvirtLink.absence)
            throw ExitStatus.unavailable
        }
    #endif
}
