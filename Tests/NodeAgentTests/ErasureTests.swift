import Hardware
import NodeAgent
import Simulation
import Testing
import World

@Suite("Erasing disks")
struct ErasureTests {
    /// What an agent did when it was told to erase.
    private struct Outcome: Sendable {
        let done: [String]
        let progress: AgentCommandStatus.Progress?
    }

    private static func disk(_ name: String, _ medium: DiskMedium = .disk) -> DiskFacts {
        DiskFacts(
            name: name, model: "", vendor: "", serial: name, wwn: "", hctl: "", byPath: "",
            size: .gibibytes(8), isRotational: false, medium: medium)
    }

    private static func state(
        _ secureErase: DiskErasability.SecureErase = .unsupported, isReadOnly: Bool = false,
        isRAIDMember: Bool = false
    ) -> DiskErasability {
        DiskErasability(
            isReadOnly: isReadOnly, isRAIDMember: isRAIDMember, secureErase: secureErase)
    }

    private static func erase(
        _ work: AgentWork, disks: [DiskFacts], _ states: [String: DiskErasability] = [:],
        frozen: [String] = [], unwipeable: [String] = [],
        passwords: [String: SecurityPassword] = [:]
    ) -> Outcome {
        let hosts = Hosts(["service", "machine"])
        let service = hosts.process("service", on: "service")
        let desk = BareMetalDesk(service.world, hosts.simulator)
        let (process, world) = hosts.process("agent", on: "machine")
        let hardware = ScriptedHardware(
            process, disks: disks, unwipeable: unwipeable, erasable: states, frozen: frozen,
            passwords: passwords)
        let agent = RamdiskAgent(
            world: world, hardware: hardware, arguments: [BootArgument.api: "service"])
        process.spawn { await agent?.run() }
        hosts.pass(.seconds(60))
        service.process.spawn {
            let command = AgentCommand(id: Identifier(text: "erase"), work: work)
            _ = try? await service.world.network.call(command, to: "machine", within: .seconds(30))
        }
        hosts.pass(.seconds(400))
        return Outcome(done: hardware.erasures, progress: desk.beats.last?.command?.progress)
    }

    private static func hasFailed(_ outcome: Outcome, _ reason: String) -> Bool {
        guard case .failed(let told)? = outcome.progress else { return false }
        return told.contains(reason)
    }

    @Test(
        "a disk that can erase itself does, and any other is overwritten",
        arguments: [
            (
                DiskErasability.SecureErase.ata(ATASecurity()),
                ["password on a", "enhanced security erase of a"]
            ),
            (
                .ata(ATASecurity(hasEnhancedErase: false)),
                ["password on a", "security erase of a"]
            ),
            (.ata(ATASecurity(lock: .unlocked)), ["enhanced security erase of a"]),
            (.nvme(.crypto), ["format with cryptographic erase of a"]),
            (.nvme(.userData), ["format with user data erase of a"]),
            (.unsupported, ["overwrite a"]),
        ])
    func whole(_ secureErase: DiskErasability.SecureErase, _ done: [String]) {
        let outcome = Self.erase(
            .eraseDevices(ErasureRules()), disks: [Self.disk("a")], ["a": Self.state(secureErase)])
        #expect(outcome.done == done)
        #expect(outcome.progress == .succeeded)
    }

    @Test("secure erase falls back to shred only if that is allowed")
    func fallback() {
        let states = ["a": Self.state(.nvme(.crypto))]
        let refused = Self.erase(
            .eraseDevices(ErasureRules()), disks: [Self.disk("a"), Self.disk("b")], states,
            frozen: ["a"])
        #expect(
            refused.done == ["format with cryptographic erase of a", "overwrite b"],
            "the other is erased all the same")
        #expect(Self.hasFailed(refused, "it does not"))
        let allowed = Self.erase(
            .eraseDevices(ErasureRules(failedSecureErase: .isOverwritten)),
            disks: [Self.disk("a")], states, frozen: ["a"])
        #expect(allowed.done == ["format with cryptographic erase of a", "overwrite a"])
        #expect(allowed.progress == .succeeded)
    }

    @Test("a read-only disk fails the erasure, unless read-only disks are to be skipped")
    func readOnly() {
        let states = ["a": Self.state(.ata(ATASecurity()), isReadOnly: true)]
        let failed = Self.erase(
            .eraseDevices(ErasureRules()), disks: [Self.disk("a")], states)
        #expect(failed.done == [])
        #expect(Self.hasFailed(failed, "it is read-only"))
        let skipped = Self.erase(
            .eraseDevices(ErasureRules(readOnly: .isSkipped)), disks: [Self.disk("a")], states)
        #expect(skipped.done == [])
        #expect(skipped.progress == .succeeded)
    }

    static let works: [AgentWork] = [
        .eraseDevices(ErasureRules()), .eraseDevicesMetadata(), .eraseDevicesExpress(),
    ]

    @Test("virtual media and RAID members are skipped", arguments: works)
    func skipped(_ work: AgentWork) {
        let virtual = DiskMedium.allCases.filter { !$0.isInstallable }.map {
            Self.disk($0.rawValue, $0)
        }
        let outcome = Self.erase(
            work, disks: virtual + [Self.disk("member"), Self.disk("plain")],
            ["member": Self.state(.ata(ATASecurity()), isRAIDMember: true)])
        #expect(!virtual.isEmpty)
        #expect(outcome.done.count == 1 && outcome.done[0].hasSuffix("plain"))
        #expect(outcome.progress == .succeeded)
    }

    @Test(
        "metadata and express erasure skip read-only disks",
        arguments: [AgentWork.eraseDevicesMetadata(), .eraseDevicesExpress()])
    func readOnlySkipped(_ work: AgentWork) {
        let outcome = Self.erase(
            work, disks: [Self.disk("a"), Self.disk("b")], ["a": Self.state(isReadOnly: true)])
        #expect(outcome.done == ["b"])
        #expect(outcome.progress == .succeeded)
    }

    @Test("express erasure has NVMe disks erase themselves, and wipes the metadata of all others")
    func express() {
        let disks = [Self.disk("a"), Self.disk("b"), Self.disk("c")]
        let states = [
            "a": Self.state(.nvme(.crypto)), "b": Self.state(.ata(ATASecurity())),
            "c": Self.state(.nvme(.userData)),
        ]
        let outcome = Self.erase(.eraseDevicesExpress(), disks: disks, states, frozen: ["c"])
        #expect(
            outcome.done == [
                "format with cryptographic erase of a", "b", "format with user data erase of c",
                "c",
            ])
        #expect(outcome.progress == .succeeded)
    }

    @Test("a disk whose security is frozen is not told to erase itself")
    func frozen() {
        let states = ["a": Self.state(.ata(ATASecurity(isFrozen: true)))]
        let outcome = Self.erase(
            .eraseDevices(ErasureRules()), disks: [Self.disk("a")], states)
        #expect(outcome.done == [])
        #expect(Self.hasFailed(outcome, "a (serial a): its security is frozen"))
        let allowed = Self.erase(
            .eraseDevices(ErasureRules(failedSecureErase: .isOverwritten)),
            disks: [Self.disk("a")], states)
        #expect(allowed.done == ["overwrite a"])
    }

    @Test("a disk that was left locked is unlocked with the passwords that were set before")
    func locked() {
        let states = ["a": Self.state(.ata(ATASecurity(lock: .locked)))]
        let known = Self.erase(
            .eraseDevices(ErasureRules()), disks: [Self.disk("a")], states,
            passwords: ["a": .empty])
        #expect(
            known.done == ["unlock a 'NULL'", "unlock a ''", "enhanced security erase of a"])
        #expect(known.progress == .succeeded)
        let foreign = Self.erase(
            .eraseDevices(ErasureRules()), disks: [Self.disk("a")], states)
        #expect(foreign.done == ["unlock a 'NULL'", "unlock a ''"])
        #expect(Self.hasFailed(foreign, "locked with a password that nobody here knows"))
    }

    @Test("a disk erases itself only where that is enabled for its kind")
    func disabled() {
        var rules = ErasureRules()
        rules.ataSecureErase = .disabled
        let states = [
            "a": Self.state(.ata(ATASecurity(isFrozen: true))), "b": Self.state(.nvme(.crypto)),
        ]
        let disks = [Self.disk("a"), Self.disk("b")]
        let ata = Self.erase(.eraseDevices(rules), disks: disks, states)
        #expect(ata.done == ["overwrite a", "format with cryptographic erase of b"])
        rules = ErasureRules()
        rules.nvmeSecureErase = .disabled
        let nvme = Self.erase(.eraseDevicesExpress(rules), disks: disks, states)
        #expect(nvme.done == ["a", "b"])
    }

    @Test("an NVMe disk without a secure format fails, and is overwritten only if that is allowed")
    func noFormat() {
        let states = ["a": Self.state(.nvme(.none))]
        let failed = Self.erase(.eraseDevices(ErasureRules()), disks: [Self.disk("a")], states)
        #expect(failed.done == [])
        #expect(Self.hasFailed(failed, "it has no secure format"))
    }

    @Test("a disk that says that it is erased, and is not, fails the erasure by name")
    func lying() {
        for secureErase in [
            DiskErasability.SecureErase.nvme(.crypto), .ata(ATASecurity()), .unsupported,
        ] {
            let outcome = Self.erase(
                .eraseDevices(ErasureRules()), disks: [Self.disk("a")],
                ["a": Self.state(secureErase)], unwipeable: ["a"])
            #expect(Self.hasFailed(outcome, "a (serial a): it "), "\(secureErase)")
            #expect(Self.hasFailed(outcome, "holds what it held"), "\(secureErase)")
        }
    }
}
