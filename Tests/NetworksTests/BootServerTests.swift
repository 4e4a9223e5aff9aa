import Hardware
import Networks
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("A boot server")
struct BootServerTests {
    private static let image = ImageReference(name: "kernel", digest: "01", size: .mebibytes(1))
    private static let files = BootFiles(kernel: image, ramdisk: image, arguments: ["a": "b"])

    private final class Lab: Sendable {
        let simulator: Simulator
        let store: SimulatedStore

        init(_ seed: UInt64, _ schedule: Schedule, expecting count: Int) {
            simulator = Simulator(seed: seed, schedule: schedule)
            store = SimulatedStore(name: "shared", simulator: simulator, journal: { _ in })
            store.join("member")
            run { [store] process in
                var transaction = Transaction()
                for number in 0..<count {
                    let address = MACAddress(rawValue: UInt64(number))
                    transaction.insert(
                        PXEConfiguration(address: address, files: BootServerTests.files))
                }
                try await store.handle(for: process).commit(transaction)
            }
        }

        /// Runs something to its end in a process of its own.
        func run(_ body: @escaping @Sendable (SimulatedProcess) async throws -> Void) {
            let isDone = Confined(simulator, false)
            let process = SimulatedProcess("test", on: simulator, clock: NodeClock(simulator))
            process.spawn {
                do { try await body(process) } catch { Issue.record("\(error)") }
                isDone.write { $0 = true }
            }
            let finding = simulator.run { isDone.read { $0 } }
            #expect(finding == nil)
        }

        /// Has servers on several hosts answer many machines at the same time, each twice.
        func flood(_ count: Int, pool: AddressPool) -> [Result<DHCPOffer?, Rejection>] {
            let answers = Confined<[Result<DHCPOffer?, Rejection>]>(simulator, [])
            for number in 0..<(2 * count) {
                let process = SimulatedProcess(
                    "server-\(number)", on: simulator, clock: NodeClock(simulator))
                let server = BootServer(
                    host: HostAddress(process.name), store: store.handle(for: process),
                    log: BootLog(clock: SimulatedClock(process: process)), pool: pool)
                let discover = DHCPDiscover(
                    address: MACAddress(rawValue: UInt64(number % count)), bootMode: .uefi)
                process.spawn {
                    do throws(Rejection) {
                        let offer = try await server.answer(discover).offer
                        answers.write { $0.append(.success(offer)) }
                    } catch { answers.write { $0.append(.failure(error)) } }
                }
            }
            let finding = simulator.run { answers.read(\.count) == 2 * count }
            #expect(finding == nil)
            return answers.read { $0 }
        }
    }

    @Test("offers a start in its own network only, and notes where else it was asked for")
    func network() {
        let lab = Lab(1, .fifo, expecting: 0)
        lab.run { process in
            let address = MACAddress(rawValue: 7)
            var transaction = Transaction()
            transaction.insert(
                PXEConfiguration(address: address, files: Self.files, vlan: .cleaning))
            try await lab.store.handle(for: process).commit(transaction)
            let log = BootLog(clock: SimulatedClock(process: process))
            let server = BootServer(
                host: "server", store: lab.store.handle(for: process), log: log)
            let stray = DHCPDiscover(address: address, bootMode: .uefi, vlan: .tenant)
            let none = try await server.answer(stray).offer
            #expect(none == nil && lab.store.snapshot(of: AddressLease.self).isEmpty)
            let seen = await log.sighting(of: [address], since: .epoch)?.outcome
            #expect(seen == .astray(in: .tenant, due: .cleaning))
            let right = DHCPDiscover(address: address, bootMode: .uefi, vlan: .cleaning)
            let offer = try await server.answer(right).offer
            #expect(offer?.files == Self.files)
        }
    }

    @Test("offers nothing to a machine that nobody expects")
    func unknown() {
        let lab = Lab(1, .fifo, expecting: 1)
        lab.run { process in
            let server = BootServer(
                host: "server", store: lab.store.handle(for: process),
                log: BootLog(clock: SimulatedClock(process: process)))
            let stranger = DHCPDiscover(address: MACAddress(rawValue: 99), bootMode: .uefi)
            let offer = try await server.answer(stranger).offer
            #expect(offer == nil)
            #expect(lab.store.snapshot(of: AddressLease.self).isEmpty)
        }
    }

    @Test("offers what is written down for the machine, and always the same address")
    func offer() {
        let lab = Lab(1, .fifo, expecting: 1)
        lab.run { process in
            let discover = DHCPDiscover(address: MACAddress(rawValue: 0), bootMode: .uefi)
            let server = BootServer(
                host: "server", store: lab.store.handle(for: process),
                log: BootLog(clock: SimulatedClock(process: process)))
            let offer = try await server.answer(discover).offer
            #expect(
                offer
                    == DHCPOffer(leased: "10.1.0.1", server: "server", files: BootServerTests.files)
            )
            let other = BootServer(
                host: "other", store: lab.store.handle(for: process),
                log: BootLog(clock: SimulatedClock(process: process)))
            let again = try await other.answer(discover).offer
            #expect(again?.leased == offer?.leased)
        }
    }

    @Test(
        "lends no address twice, however many ask at the same time", arguments: 1...5,
        Schedule.allCases)
    func concurrency(_ seed: UInt64, _ schedule: Schedule) {
        let lab = Lab(seed, schedule, expecting: 25)
        let pool = AddressPool(first: (192, 0, 2, 1), size: 25)
        let answers = lab.flood(25, pool: pool)
        let leased = answers.compactMap { try? $0.get()?.leased }
        #expect(leased.count == 50)
        #expect(Set(leased).count == 25)
        let slots = lab.store.snapshot(of: AddressLease.self).map(\.document.slot).sorted()
        #expect(slots == Array(0..<25))
    }

    @Test("refuses those for whom no address is left, with the reason")
    func exhaustion() {
        let lab = Lab(1, .shuffle, expecting: 5)
        let answers = lab.flood(5, pool: AddressPool(first: (192, 0, 2, 1), size: 3))
        let refusals = answers.compactMap { answer -> Rejection? in
            if case .failure(let rejection) = answer { return rejection }
            return nil
        }
        #expect(refusals.count == 4)
        #expect(refusals.allSatisfy { $0.reason.contains("used up") })
    }
}
