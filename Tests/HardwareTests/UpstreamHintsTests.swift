import Hardware
import Testing

/// Ironic's and ironic-python-agent's own cases for root device hints, and what the two do on the
/// edges that their cases leave out.
@Suite("Root device hints, as Ironic takes them")
struct UpstreamHintsTests {
    private static let disks = [
        disk("/dev/sda", 60, model: "ok model", serials: ["fakeserial"], wwns: ["wwn_1"]),
        disk(
            "/dev/sdb", 120, model: "big model",
            serials: ["veryfakeserial", "alsoveryfakeserial"], wwns: ["wwn_2", "wwn_2_ext"],
            isRotational: true),
        disk(
            "/dev/sdc", 10, model: "small model", serials: ["veryveryfakeserial"],
            wwns: ["wwn_3"]),
    ]

    private static func disk(
        _ name: String, _ gibibytes: Int64, model: String, serials: [String] = [""],
        wwns: [String] = [""], isRotational: Bool = false
    ) -> DiskFacts {
        DiskFacts(
            name: name, model: model, vendor: "", serial: serials[0], wwn: wwns[0], hctl: "",
            byPath: "", size: .gibibytes(gibibytes), isRotational: isRotational,
            furtherSerials: Array(serials.dropFirst()), furtherWWNs: Array(wwns.dropFirst()))
    }

    @Test(
        "match the disk that upstream's tests expect",
        arguments: [
            (["size": ">= 70"], "/dev/sdb"), (["size": "<range-in> ( 10 100 )"], "/dev/sda"),
            (["rotational": "true"], "/dev/sdb"), (["rotational": "False"], "/dev/sda"),
            (["size": ">=100", "rotational": "True"], "/dev/sdb"),
            (
                ["size": ">= 50", "model": "s==big model", "serial": "s==veryfakeserial"],
                "/dev/sdb"
            ),
            (
                [
                    "size": "<= 20",
                    "model": "<or> model 5 <or> foomodel <or> small model <or>",
                    "serial": "s== veryveryfakeserial",
                ], "/dev/sdc"
            ),
            (["rotational": "false", "model": "<in> small"], "/dev/sdc"),
            (["wwn": "wwn_2_ext"], "/dev/sdb"), (["wwn": "s== wwn_1"], "/dev/sda"),
            (["wwn": "s== wwn_2"], "/dev/sdb"), (["serial": "s== fakeserial"], "/dev/sda"),
            (["serial": "s== alsoveryfakeserial"], "/dev/sdb"),
            (["size": "120", "model": "big model", "serial": "veryfakeserial"], "/dev/sdb"),
            (["size": ">=50", "model": "s==foo"], nil), (["name": "s== /dev/sda"], "/dev/sda"),
            (["size": ">= 100500"], nil),
        ] as [([String: String], String?)])
    func matches(expressions: [String: String], name: String?) throws {
        #expect(try RootDeviceHints(expressions).rootDevice(among: Self.disks)?.name == name)
    }

    @Test("find all disks that fit, in the order given")
    func findAll() throws {
        #expect(try RootDeviceHints(["size": ">= 10"]).devices(among: Self.disks) == Self.disks)
        #expect(try RootDeviceHints(["size": ">= 100500"]).devices(among: Self.disks) == [])
    }

    @Test("skip a disk whose attribute is empty or space")
    func emptyAttribute() throws {
        let empty = Self.disk("/dev/sda", 10, model: " ")
        #expect(try RootDeviceHints(["model": "foo"]).rootDevice(among: [empty]) == nil)
        #expect(try RootDeviceHints(["model": "s!= foo"]).rootDevice(among: [empty]) == nil)
    }

    @Test(
        "are taken in every form of upstream's tests",
        arguments: [
            ("wwn", "123456"), ("model", "FOO model"), ("size", "12345"), ("serial", "foo-serial"),
            ("vendor", "foo VENDOR with space"), ("name", "/dev/sda"),
            ("wwn_with_extension", "123456111"), ("wwn_vendor_extension", "111"),
            ("rotational", "true"), ("hctl", "1:0:0:0"), ("by_path", "/dev/disk/by-path/1:0:0:0"),
            ("size", "<or> 123 <or> 456 <or> 789"), ("model", "<or> foo <or> foo bar <or> bar"),
            ("model", "<in> foo <in> foo bar <in> bar"), ("rotational", "on"), ("rotational", "n"),
            ("wwn_with_extension", "s!= 123456111"), ("hctl", "s== 1:0:0:0"),
        ])
    func forms(name: String, expression: String) throws {
        #expect(try RootDeviceHints([name: expression]).hints.count == 1)
    }

    @Test(
        "are refused where upstream's tests refuse them",
        arguments: [
            ("size", "not-int"), ("size", "-123"), ("size", "0"),
            ("size", "<or> 123 <or> non-int <or> 789"), ("rotational", "not-bool"),
            ("non-existent", "foo"), ("model", ""), ("size", ""),
        ])
    func refused(name: String, expression: String) {
        #expect(throws: RootDeviceHintError.self) { try RootDeviceHints([name: expression]) }
    }

    @Test(
        "compare texts percent-encoded, so that a value may hold spaces and signs",
        arguments: [
            ("foo bar", "foo bar", true), ("foo bar", "s== foo  bar", false),
            ("a b", "<in> 20", true), ("a:b", "s< a0b", true), ("é", "É", true),
            ("100%", "100%", true), ("s== x", "x", false), ("<in> ab", "<in> ab", true),
            ("foo <or> bar", "foo <or> bar", true), ("foo", "<or>foo<or>bar", true),
            ("foo", "<or> bar <or> <or> foo", false),
        ])
    func encoding(model: String, expression: String, fits: Bool) throws {
        let hints = try RootDeviceHints(["model": expression])
        let chosen = hints.rootDevice(among: [Self.disk("/dev/sda", 10, model: model)])
        #expect((chosen != nil) == fits)
    }

    @Test("end the search at a disk that they cannot be compared with")
    func incomparable() throws {
        let disks = [Self.disk("/dev/sda", 9, model: "x"), Self.disk("/dev/sdb", 9, model: "7")]
        #expect(try RootDeviceHints(["model": "> 5"]).rootDevice(among: disks) == nil)
        #expect(try RootDeviceHints(["model": "> 5"]).rootDevice(among: [disks[1]]) == disks[1])
    }

    @Test("pass over a serial number that they cannot be compared with")
    func incomparableSerial() throws {
        let disks = [
            Self.disk("/dev/sda", 9, model: "", serials: ["x"]),
            Self.disk("/dev/sdb", 9, model: "", serials: ["y", "7"]),
        ]
        #expect(try RootDeviceHints(["serial": "> 5"]).rootDevice(among: disks) == disks[1])
    }

    @Test(
        "say so where no disk can ever satisfy them",
        arguments: [
            ("model", "<all-in> a b"), ("size", "<or> 100 <or> 200"), ("size", "s== 5"),
            ("size", "<in> 5"), ("model", "> big"), ("size", "<OR> 5"),
        ])
    func hopeless(name: String, expression: String) throws {
        let hints = try RootDeviceHints([name: expression])
        #expect(hints.hints.first?.rule.hopelessness != nil)
        let disk = Self.disk("/dev/sda", 5, model: "a b")
        #expect(hints.rootDevice(among: [disk]) == nil)
    }

    @Test("equal each other where they say the same", arguments: ["s== abc", " ABC ", "s==abc"])
    func equality(expression: String) throws {
        #expect(try RootDeviceHints(["serial": expression]) == RootDeviceHints(["serial": "abc"]))
    }
}
