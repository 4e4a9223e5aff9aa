import Hardware
import Testing

@Suite("Root device hints")
struct RootDeviceHintsTests {
    private static let disks = [
        disk("/dev/sdc", serial: "WD-3", model: "Ultrastar DC", size: 500, rotational: true),
        disk("/dev/sda", serial: "wd-1", model: "Samsung SSD 860", size: 100, rotational: false),
        disk("/dev/sdb", serial: "WD-2", model: "Samsung SSD 970", size: 100, rotational: false),
        disk("/dev/sr0", serial: "CD", model: "Stick", size: 2, rotational: false),
        disk("/dev/nvme0n1", serial: "", model: "", size: 800, rotational: false),
    ]

    private static func disk(
        _ name: String,
        serial: String,
        model: String,
        size: Int64,
        rotational: Bool
    ) -> DiskFacts {
        DiskFacts(
            name: name,
            model: model,
            vendor: "ACME",
            serial: serial,
            wwn: "0x5000\(serial)",
            hctl: "0:0:0:\(serial.count)",
            byPath: "/dev/disk/by-path/\(name.suffix(3))",
            size: .gibibytes(size),
            isRotational: rotational
        )
    }

    private func choice(_ hints: [String: String]) throws -> String? {
        try RootDeviceHints(hints).rootDevice(among: Self.disks)?.name
    }

    @Test(
        "without hints, the smallest disk of at least 4 GiB is chosen, the first by name of equals"
    )
    func smallestDisk() throws {
        #expect(try choice([:]) == "/dev/sda")
        let stick = Self.disks.filter { $0.name == "/dev/sr0" }
        #expect(RootDeviceHints().rootDevice(among: stick) == nil)
        let exact = Self.disk("/dev/sdz", serial: "x", model: "y", size: 4, rotational: true)
        #expect(RootDeviceHints().rootDevice(among: [exact]) == exact)
    }

    @Test("no disk means no root device")
    func noDisk() throws {
        #expect(RootDeviceHints().rootDevice(among: []) == nil)
        #expect(try RootDeviceHints(["size": "> 1"]).rootDevice(among: []) == nil)
    }

    @Test("of several disks that satisfy the hints, the first by name is chosen")
    func firstByName() throws {
        #expect(try choice(["vendor": "acme"]) == "/dev/nvme0n1")
        #expect(try choice(["vendor": "acme", "rotational": "yes"]) == "/dev/sdc")
    }

    @Test(
        "each operator chooses as oslo.utils' specs matcher does",
        arguments: [
            ("serial", "wd-2", "/dev/sdb"), ("serial", "WD-1", "/dev/sda"),
            ("serial", "s== wd-3", "/dev/sdc"), ("serial", "s==wd-3", "/dev/sdc"),
            ("serial", "s!= wd-1", "/dev/sdb"), ("serial", "s< wd-1", "/dev/sr0"),
            ("serial", "s<= cd", "/dev/sr0"), ("serial", "s> wd-2", "/dev/sdc"),
            ("serial", "s>= wd-3", "/dev/sdc"), ("model", "<in> 970", "/dev/sdb"),
            ("serial", "<or> nothing <or> WD-3", "/dev/sdc"),
            ("name", "<or> /dev/sdb <or> /dev/sda", "/dev/sda"),
            ("model", "Samsung SSD 970", "/dev/sdb"),
            ("by_path", "/dev/disk/by-path/sdc", "/dev/sdc"),
            ("hctl", "0:0:0:2", "/dev/sr0"), ("wwn", "0x5000wd-3", "/dev/sdc"),
            ("size", "500", "/dev/sdc"), ("size", "== 500", "/dev/sdc"),
            ("size", "> 500", "/dev/nvme0n1"), ("size", ">= 500", "/dev/nvme0n1"),
            ("size", "< 100", "/dev/sr0"), ("size", "<= 100", "/dev/sda"),
            ("size", "!= 800", "/dev/sda"), ("size", "<range-in> ( 100 500 ]", "/dev/sdc"),
            ("size", "= 500", "/dev/nvme0n1"),
            ("rotational", "true", "/dev/sdc"), ("rotational", "0", "/dev/nvme0n1"),
        ]
    )
    func operators(hint: String, expression: String, chosen: String) throws {
        #expect(try choice([hint: expression]) == chosen)
    }

    @Test("every hint must be satisfied by the same disk")
    func allHints() throws {
        #expect(try choice(["size": "100", "serial": "wd-2"]) == "/dev/sdb")
        #expect(try choice(["size": "500", "serial": "wd-2"]) == nil)
    }

    @Test("a size equals only exactly as many GiB")
    func exactSize() throws {
        let odd = DiskFacts(
            name: "/dev/sda",
            model: "",
            vendor: "",
            serial: "",
            wwn: "",
            hctl: "",
            byPath: "",
            size: ByteCount(bytes: ByteCount.gibibytes(100).bytes + 1),
            isRotational: false
        )
        #expect(try RootDeviceHints(["size": "100"]).rootDevice(among: [odd]) == nil)
        #expect(try RootDeviceHints(["size": ">= 100"]).rootDevice(among: [odd]) == odd)
    }

    @Test("a disk that does not tell an attribute satisfies no hint about it")
    func untoldAttribute() throws {
        #expect(try choice(["model": "s!= nothing", "size": "800"]) == nil)
    }

    @Test(
        "a hint that cannot be read names its key and says what was expected",
        arguments: [
            ("colour", "blue", "one of model, vendor"), ("serial", "  ", "a value"),
            ("serial", "s==", "a value after s=="), ("model", "== s== x", "a value after =="),
            ("serial", "s== <in> x", "a value after s=="),
            ("serial", "<in> ", "a value after <in>"), ("tran", "sas", "one of model, vendor"),
            ("size", "big", "a whole number of GiB above zero"),
            ("size", "-5", "a whole number of GiB above zero"),
            ("size", "1.5", "a whole number of GiB above zero"), ("size", "> 0", "a whole number"),
            ("size", "<or> 5 <or> x", "a whole number"), ("size", "<range-in> 5 6", "a whole"),
            ("size", "> ", "a value after >"), ("rotational", "maybe", "true or false"),
            ("size", "=> 5", "a value after ="), ("rotational", "2", "true or false"),
        ]
    )
    func unreadable(hint: String, expression: String, expected: String) {
        let error = #expect(throws: RootDeviceHintError.self) {
            try RootDeviceHints([hint: expression])
        }
        #expect(error?.hint == hint)
        #expect(error?.expected.hasPrefix(expected) == true, "\(error?.expected ?? "")")
    }

    @Test(
        "hints written in Ironic's form read back as the same hints",
        arguments: [
            ["serial": "abc"], ["size": ">= 20", "model": "<in> SSD"], ["rotational": "no"],
            ["name": "<or> /dev/sda <or> /dev/sdb"], ["vendor": "<all-in> a b"], ["wwn": "s> 0x5"],
            ["model": "foo <or> bar"], ["model": "foo s== bar"], ["serial": "s== a s== b"],
            ["size": "<range-in> [ 10 20 )"], ["size": "<OR> 5"], ["wwn_vendor_extension": "111"],
        ]
    )
    func roundTrip(expressions: [String: String]) throws {
        let hints = try RootDeviceHints(expressions)
        #expect(try RootDeviceHints(hints.expressions) == hints)
        #expect(hints.hints.count == expressions.count)
    }
}
