import Foundation
import Testing

@Suite(
    "Virtual machines on the command line", .serialized,
    .enabled(if: Updraft.isBuilt, Updraft.absence),
    .enabled(if: Updraft.hasLibvirt, "SKIPPED: updraft was built without libvirt"))
struct LibvirtCommandTests {
    /// libvirt's test hypervisor, which is made anew with each program and has one domain.
    private static let hypervisor = "test:///default"

    private static let machine = "\(hypervisor)/test"

    private func ask(_ arguments: String...) throws -> Ending {
        try Updraft.start(["bmc"] + arguments + ["--via", "libvirt"]).finish()
    }

    @Test("are asked by their address, or beside their hypervisor's, or all of them")
    func targets() throws {
        let one = try ask("power", "status", Self.machine)
        #expect(one.lines == ["name                  power", "\(Self.machine)  on"], "\(one)")
        let named = try ask("power", "off", "--connect", Self.hypervisor, "test")
        #expect(named.lines.last == "test  off accepted", "\(named)")
        let all = try ask("boot", "set", "pxe", "--persistent", "--connect", Self.hypervisor)
        #expect(all.lines.last == "test  pxe     persistent   uefi", "\(all)")
        let absent = try ask("power", "status", "--connect", Self.hypervisor, "nobody", "test")
        #expect(absent.status == 1)
        #expect(absent.lines.last == "test  on")
        #expect(absent.messages.contains("nobody: "))
    }

    @Test(
        "are refused in one line what they have none of",
        arguments: [(["sensors"], "sensors"), (["sel", "list"], "event log"), (["fru"], "FRU")])
    func absent(_ command: [String], _ what: String) throws {
        let ending = try Updraft.start(
            ["bmc"] + command + [Self.machine, "--via", "libvirt"]
        ).finish()
        #expect(ending.status == 64)
        #expect(ending.messageLines.first?.contains(what) == true, "\(ending)")
    }

    @Test("are not looked for where the address says nothing of the kind")
    func wrong() throws {
        for (arguments, reason) in [
            (["foo:///default/test"], "no hypervisor 'foo'"), (["test"], "--connect names"),
            (["test:///default"], "names no domain"),
            (["--connect", "x", "test"], "'x' is no URI"),
        ] {
            let ending = try Updraft.start(
                ["bmc", "power", "status", "--via", "libvirt"] + arguments
            ).finish()
            #expect(ending.status == 64)
            #expect(ending.messages.contains(reason), "\(ending)")
        }
        let mixed = try Updraft.run("bmc", "power", "status", "a", "--connect", Self.hypervisor)
        #expect(mixed.status == 64)
    }

    @Test(
        "obey ipmitool behind a virtual BMC",
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: ServedFarm.ipmitool),
            "SKIPPED: ipmitool is not installed"))
    func served() throws {
        let farm = try ServedFarm(
            ["--connect", Self.hypervisor, "--domain", "test", "--ipmi-base", "0"],
            in: TemporaryFolder())
        #expect(farm.messages.contains("ready: 1 BMCs"))
        #expect(try farm.ipmitool("power status") == "Chassis Power is on\n")
        for (verb, state) in [("off", "off"), ("on", "on"), ("soft", "off"), ("on", "on")] {
            _ = try farm.ipmitool("power \(verb)")
            let isSo = Waiting.until {
                (try? farm.ipmitool("power status")) == "Chassis Power is \(state)\n"
            }
            #expect(isSo, "after \(verb)")
        }
        _ = try farm.ipmitool("chassis bootdev pxe options=persistent")
        #expect(try farm.ipmitool("chassis bootparam get 5").contains("Force PXE"))
        // The domain has no such drive: what was asked for does not stay so.
        _ = try farm.ipmitool("chassis bootdev none")
        _ = try farm.ipmitool("chassis bootdev cdrom")
        #expect(Waiting.until { farm.messages.contains("no boot device 'virtualMedia'") })
        let isGone = Waiting.until {
            (try? farm.ipmitool("chassis bootparam get 5"))?.contains("Flag Invalid") == true
        }
        #expect(isGone)
        let ending = farm.stop()
        #expect(ending.status == 0)
        #expect(ending.messageLines.last?.hasPrefix("stopped: 1 BMCs of domains") == true)
    }

    @Test("are switched over Redfish too behind a virtual BMC, whose faults are its own")
    func servedOverRedfish() throws {
        let farm = try ServedFarm(
            [
                "--connect", Self.hypervisor, "--domain", "test", "--ipmi-base", "0",
                "--redfish", "0", "--print", "redfish",
            ], in: TemporaryFolder())
        let over = ["--via", "redfish", "--certificate", "ignore"]
        func ask(_ arguments: String...) throws -> Ending { try farm.ask(all: arguments + over) }
        #expect(try ask("power", "status").lines.last == "test  on")
        #expect(try ask("power", "off").status == 0)
        #expect(Waiting.until { (try? ask("power", "status"))?.lines.last == "test  off" })
        #expect(try ask("boot", "set", "pxe", "--persistent").status == 0)
        let boot = try ask("boot", "get")
        #expect(boot.lines.last?.contains("pxe") == true, "\(boot)")
        #expect(try ask("sel", "list").status == 0)
        #expect(try farm.ask("fault", "dead", inventory: false).status == 0)
        #expect(try ask("power", "status").status == 1)
        #expect(try farm.ask("fault", "--repair", inventory: false).status == 0)
        #expect(try ask("power", "status").lines.last == "test  off")
        let refused = try farm.ask("fault", "says-on", inventory: false)
        #expect(refused.messages.contains("virtual machines have no fault"), "\(refused)")
        #expect(farm.stop().status == 0)
    }

    @Test("have no virtual BMC where there is no such machine")
    func unserved() throws {
        let ending = try Updraft.run(
            "bmc", "serve", "--connect", Self.hypervisor, "--domain", "nobody")
        #expect(ending.status == 69)
        #expect(ending.messages.contains("nobody"))
        #expect(try Updraft.run("bmc", "serve", "--domain", "test").status == 64)
    }

    private static let inventory = """
        { "nodes": [
          { "name": "web", "pm_type": "ipmi", "pm_addr": "192.0.2.1", "pm_user": "root",
            "pm_password": "calvin", "mac": ["52:54:00:00:00:01", "52:54:00:00:00:02"],
            "cpu": "4", "memory": "8192", "disk": "40", "arch": "x86_64",
            "capabilities": "boot_mode:uefi" },
          { "name": "db", "pm_type": "ipmi", "pm_addr": "192.0.2.2", "pm_user": "root",
            "pm_password": "calvin", "mac": ["52:54:00:00:00:03"] } ] }
        """

    @Test("are made of an inventory's nodes, or shown as they would be")
    func defined() throws {
        let folder = TemporaryFolder()
        let inventory = try folder.write(Self.inventory, to: "rack.json")
        // The test hypervisor, whatever its capabilities say, defines domains of its own type.
        let common = [
            "bmc", "define", "--inventory", inventory, "--connect", Self.hypervisor,
            "--disks", folder.url.path(), "--network", "default", "--type", "test",
        ]
        let shown = try Updraft.start(common + ["--dry-run", "web"]).finish()
        #expect(shown.status == 0, "\(shown)")
        for part in [
            "<name>web</name>", "<vcpu>4</vcpu>", #"<os firmware="efi">"#, "52:54:00:00:00:02",
            folder.path("web.raw"), #"<source network="default"/>"#,
        ] {
            #expect(shown.output.contains(part), "\(part) in \(shown)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path("web.raw")))
        let made = try Updraft.start(common + ["db"]).finish()
        #expect(made.status == 0, "\(made)")
        #expect(made.lines.last == "db    test  1           2 GiB   1      bios")
        let size = try FileManager.default.attributesOfItem(atPath: folder.path("db.raw"))[.size]
        #expect(size as? Int == 20 << 30)
        let unknown = try Updraft.start(common + ["nobody"]).finish()
        #expect(unknown.status == 64)
    }

    @Test(
        "show their screens, where the hypervisor has a picture of them",
        .enabled(
            if: FileManager.default.fileExists(atPath: "/usr/share/libvirt/test-screenshot.png"),
            "SKIPPED: libvirt's own picture for its test hypervisor is not installed"))
    func screenshots() throws {
        let folder = TemporaryFolder()
        let ending = try Updraft.start([
            "bmc", "screenshot", "--folder", folder.url.path(), Self.machine,
            "\(Self.hypervisor)/gone",
        ]).finish()
        #expect(ending.status == 1)
        #expect(ending.messages.contains("gone"), "\(ending)")
        let picture = try Data(contentsOf: folder.url.appending(path: "test.png"))
        #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }
}
