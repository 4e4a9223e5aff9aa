import Documents
import Facts
import Matching
import OrderedCollections
import TestFiles
import Testing

@Suite(.enabled(if: SharedFiles.arePresent, "there is no ../shared beside this clone"))
struct SpecificationFileTests {
    static let edeploy = "inputs/edeploy/config"
    static let ironic =
        "inputs/instack-undercloud/2015-05/elements/ironic-discoverd/os-apply-config/etc/edeploy"

    static func files(_ folder: String) throws -> [String: String] {
        try SharedFiles.names(in: folder).filter { $0 != "hw" }.reduce(into: [:]) {
            $0[$1] = try SharedFiles.text("\(folder)/\($1)")
        }
    }

    @Test(arguments: [edeploy, ironic]) func `folders are read as they are`(folder: String) throws {
        let configuration = try MatchConfiguration(try Self.files(folder))
        #expect(!configuration.profiles.isEmpty)
    }

    @Test(arguments: [("hp-mlx.specs", 22), ("hp-mlx-ctrl.specs", 22)])
    func `a missing comma is found where the next entry begins`(file: String, line: Int) throws {
        let text = try SharedFiles.text("\(Self.edeploy)/\(file)")
        let error = #expect(throws: PythonSyntaxError.self) { _ = try MatchSpec(text) }
        #expect(error?.place == TextPlace(line: line, column: 5))
        #expect(error?.message == "found '(', expected ',' or ']'")
        let configuration = try MatchConfiguration(try Self.files(Self.edeploy))
        let finding = configuration.findings.first { $0.file == file }
        #expect("\(try #require(finding))".hasPrefix("\(file):\(line):5: "))
        let state = ["state": "[('x', 1)]", "x.specs": text]
        let refusal = #expect(throws: MatchConfigurationError.self) {
            _ = try MatchConfiguration(state)
        }
        #expect(refusal?.errors.first?.place?.line == line)
    }

    @Test func `every other specification is sound`() throws {
        for folder in [Self.edeploy, Self.ironic] {
            for (name, text) in try Self.files(folder).sorted(by: { $0.key < $1.key })
            where name.hasSuffix(".specs") && !name.hasPrefix("hp-mlx") {
                let spec = try MatchSpec(text)
                #expect(spec.lines.isEmpty == (name == "default.specs"), "\(name)")
            }
        }
    }

    @Test func `every configuration database is read`() throws {
        var counts: OrderedDictionary<String, Int> = [:]
        for (name, text) in try Self.files(Self.edeploy).sorted(by: { $0.key < $1.key })
        where name.hasSuffix(".cmdb") {
            counts[name] = try ConfigurationDatabase(text).entries.count
        }
        #expect(counts["backup.cmdb"] == 1)
        #expect(counts["dell-m520-compute.cmdb"] == 3)
        #expect(counts["hp-mlx.cmdb"] == 3)
        #expect(counts["hp-mlx-ctrl.cmdb"] == 1)
    }

    /// What the reference says of each pair, with what variables stand for.
    static let matching: [String: [String: String]] = [
        "devstack.specs Power": ["disk": "sda", "eth": "eth0", "mac": "b8:2a:72:02:1b:01"],
        "vm.specs ProLi": [
            "nbcpu": "8", "disk": "1I:1:1", "size": "300", "disk2": "1I:1:2", "size2": "300",
        ],
        "kvm-test.specs edepl": [
            "disk": "vda", "eth": "eth0", "mac": "52:54:12:34:00:01", "eth-io": "eth1",
            "mac-io": "52:54:12:34:00:02", "eth-mgmt": "eth2", "mac-mgmt": "52:54:12:34:00:03",
            "ipmi-fake-channel": "0",
        ],
        "kvm-usb.specs edepl": [
            "disk": "vda", "eth": "eth0", "mac": "52:54:12:34:00:01", "eth-io": "eth1",
            "mac-io": "52:54:12:34:00:02", "eth-mgmt": "eth2", "mac-mgmt": "52:54:12:34:00:03",
        ],
    ]

    @Test func `real machines match what the reference matches them with`() throws {
        for machine in try SharedFiles.names(in: "\(Self.edeploy)/hw") {
            let sheet = FactSheet(
                try Samples.facts(python: SharedFiles.text("\(Self.edeploy)/hw/\(machine)")))
            for file in try SharedFiles.names(in: Self.edeploy)
            where file.hasSuffix(".specs") && !file.hasPrefix("hp-mlx") {
                let spec = try MatchSpec(SharedFiles.text("\(Self.edeploy)/\(file)"))
                let match = try? SpecMatcher(spec, on: sheet).match()
                let found = match.map { match in
                    Dictionary(uniqueKeysWithValues: match.variables.map { ($0.key, $0.value) })
                }
                let pair = "\(file) \(machine.prefix(5))"
                #expect(found == Self.matching[pair], "\(pair)")
            }
        }
    }

    @Test func `a machine that lacks a disk is told the line`() throws {
        let file = "ProLiantDL360pGen8654081B21-HP-CZ3323FDVK.hw"
        let facts = try Samples.facts(python: SharedFiles.text("\(Self.edeploy)/hw/\(file)"))
        let spec = try MatchSpec(SharedFiles.text("\(Self.edeploy)/hp.specs"))
        let mismatch = #expect(throws: SpecMismatch.self) {
            _ = try SpecMatcher(spec, on: FactSheet(facts)).match()
        }
        #expect(mismatch?.cause == .absent)
        #expect(mismatch?.place.line == 4)
        #expect("\(try #require(mismatch))".contains("no fact fits ('disk', '$disk1', 'size'"))
    }

    @Test func `a template's place for a network is found to match nothing`() throws {
        let configuration = try MatchConfiguration(try Self.files(Self.ironic))
        let finding = configuration.findings.first { $0.file == "compute.specs" }
        #expect("\(try #require(finding))".contains("is no IPv4 network: nothing matches"))
    }
}
