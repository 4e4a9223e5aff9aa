import Hardware
import Testing

@testable import Redfish

@Suite("Machines behind the service")
struct MachineTests {
    private static let reset = "Systems/node-0/Actions/ComputerSystem.Reset"

    @Test(
        "Each reset does to the power what its name says",
        arguments: [
            ("On", PowerState.off, PowerState.on), ("ForceOn", .off, .on), ("On", .on, .on),
            ("ForceOff", .on, .off), ("ForceOff", .off, .off), ("GracefulShutdown", .on, .off),
            ("PushPowerButton", .off, .on), ("PushPowerButton", .on, .off),
            ("ForceRestart", .on, .on), ("GracefulRestart", .on, .on), ("PowerCycle", .on, .on),
            ("Nmi", .on, .on),
        ])
    func resets(type: String, before: PowerState, after: PowerState) {
        var test = TestService()
        if before == .on { _ = test.ask(.post, Self.reset, ["ResetType": "On"]) }
        let boots = test.host.boots
        #expect(test.ask(.post, Self.reset, ["ResetType": .text(type)]).status == 204)
        #expect(test.host.powerState == after)
        let starts =
            before == .off && after == .on || type.contains("Restart") || type == "PowerCycle"
        #expect(test.host.boots == boots + (starts ? 1 : 0))
        #expect(test.read("Systems/node-0")["PowerState"] == (after == .on ? "On" : "Off"))
    }

    @Test("A machine that is off cannot restart", arguments: ["ForceRestart", "Nmi", "PowerCycle"])
    func restartOfOff(type: String) {
        var test = TestService()
        #expect(test.ask(.post, Self.reset, ["ResetType": .text(type)]).status == 409)
        #expect(test.host.powerState == .off)
    }

    @Test("A reset that is unknown, missing or beside others is refused with its message")
    func wrongResets() {
        var test = TestService()
        #expect(
            test.ask(.post, Self.reset, ["ResetType": "Explode"]).messageKey
                == "ActionParameterValueNotInList")
        #expect(test.ask(.post, Self.reset, [:]).messageKey == "ActionParameterMissing")
        #expect(
            test.ask(.post, Self.reset, ["ResetType": "On", "Hard": true]).messageKey
                == "ActionParameterUnknown")
        #expect(
            test.ask(.post, "Systems/none/Actions/ComputerSystem.Reset", ["ResetType": "On"])
                .status == 404)
    }

    @Test("An override for once is gone after the boot; a continuous one stays")
    func overrides() {
        var test = TestService()
        let once: JSON = [
            "Boot": ["BootSourceOverrideTarget": "Pxe", "BootSourceOverrideEnabled": "Once"]
        ]
        #expect(test.ask(.patch, "Systems/node-0", once).status == 200)
        #expect(test.host.bootOverride == BootOverride(.network, .once))
        _ = test.ask(.post, Self.reset, ["ResetType": "On"])
        #expect(test.read("Systems/node-0")["Boot"]?["BootSourceOverrideEnabled"] == "Disabled")
        let lasting: JSON = [
            "Boot": [
                "BootSourceOverrideTarget": "Hdd", "BootSourceOverrideEnabled": "Continuous",
                "BootSourceOverrideMode": "Legacy",
            ]
        ]
        _ = test.ask(.patch, "Systems/node-0", lasting)
        _ = test.ask(.post, Self.reset, ["ResetType": "ForceRestart"])
        #expect(test.host.bootOverride == BootOverride(.disk, .persistent, mode: .bios))
        _ = test.ask(
            .patch, "Systems/node-0", ["Boot": ["BootSourceOverrideEnabled": "Disabled"]])
        #expect(test.host.bootOverride == nil)
    }

    @Test("A UEFI target needs its path, UEFI, and one boot")
    func uefiTarget() {
        var test = TestService()
        let without: JSON = ["Boot": ["BootSourceOverrideTarget": "UefiTarget"]]
        #expect(test.ask(.patch, "Systems/node-0", without).status == 400)
        var boot: JSON = [
            "BootSourceOverrideTarget": "UefiTarget", "UefiTargetBootSourceOverride": "/0x31",
            "BootSourceOverrideEnabled": "Continuous",
        ]
        #expect(test.ask(.patch, "Systems/node-0", ["Boot": boot]).status == 400)
        boot = [
            "BootSourceOverrideTarget": "UefiTarget", "UefiTargetBootSourceOverride": "/0x31",
            "BootSourceOverrideEnabled": "Once",
        ]
        #expect(test.ask(.patch, "Systems/node-0", ["Boot": boot]).status == 200)
        #expect(test.read("Systems/node-0")["Boot"]?["BootSourceOverrideTarget"] == "UefiTarget")
        let legacy: JSON = [
            "BootSourceOverrideTarget": "UefiHttp", "BootSourceOverrideMode": "Legacy",
        ]
        #expect(
            test.ask(.patch, "Systems/node-0", ["Boot": legacy]).messageKey
                == "PropertyValueConflict")
    }

    @Test("Firmware settings wait for the next boot")
    func bios() {
        var test = TestService()
        let change: JSON = ["Attributes": ["LogicalProc": "Disabled", "NumaGroupSize": 4]]
        #expect(test.ask(.patch, "Systems/node-0/Bios/Settings", change).status == 200)
        #expect(test.read("Systems/node-0/Bios")["Attributes"]?["LogicalProc"] == "Enabled")
        #expect(test.read("Systems/node-0/Bios/Settings")["Attributes"] == change["Attributes"])
        _ = test.ask(.post, Self.reset, ["ResetType": "On"])
        #expect(test.read("Systems/node-0/Bios")["Attributes"]?["NumaGroupSize"] == 4)
        #expect(test.read("Systems/node-0/Bios/Settings")["Attributes"] == [:])
    }

    @Test(
        "A setting that is unknown, read-only or of another kind is refused, and nothing pends",
        arguments: [
            ["Nothing": "x"], ["SystemBiosVersion": "9"], ["LogicalProc": "Maybe"],
            ["NumaGroupSize": 9], ["NumaGroupSize": "4"], ["QuietBoot": "true"],
        ] as [JSON])
    func wrongSettings(attributes: JSON) {
        var test = TestService()
        let answer = test.ask(
            .patch, "Systems/node-0/Bios/Settings", ["Attributes": attributes])
        #expect(answer.status == 400)
        #expect(test.host.pendingBIOSSettings.isEmpty)
    }

    @Test("A volume is made and removed by tasks, whose monitors tell when")
    func volumes() throws {
        var test = TestService()
        let path = "Systems/node-0/Storage/RAID.1/Volumes"
        let begun = test.ask(.post, path, ServiceTests.mirror)
        #expect(begun.status == 202)
        #expect(begun.body.isEmpty)
        let monitor = try #require(begun.fields["Location"])
        let running = test.ask(.get, monitor)
        #expect(running.status == 202)
        #expect(running.fields["Retry-After"] == nil)
        #expect(running.json?["TaskMonitor"]?.text == monitor)
        #expect(test.host.raid?.volumes.isEmpty == true)
        test.now += .seconds(5)
        let done = test.ask(.get, monitor)
        #expect(done.status == 201)
        let made = try #require(done.fields["Location"])
        #expect(test.read(made)["RAIDType"] == "RAID1")
        #expect(test.read(made)["CapacityBytes"] == .integer(100 << 30))
        let removal = try #require(test.ask(.delete, made).fields["Location"])
        test.now += .seconds(5)
        #expect(test.ask(.get, removal).status == 204)
        #expect(test.ask(.get, made).status == 404)
    }

    @Test("A volume whose disks are taken meanwhile fails in its task")
    func failingTask() throws {
        var test = TestService()
        let path = "Systems/node-0/Storage/RAID.1/Volumes"
        _ = test.ask(.post, path, ServiceTests.mirror)
        let second = test.ask(.post, path, ServiceTests.mirror)
        test.now += .seconds(6)
        #expect(test.ask(.get, try #require(second.fields["Location"])).status == 409)
        #expect(test.read("TaskService/Tasks/2")["TaskState"] == "Exception")
    }

    @Test("Tasks have a bound; finished ones make room")
    func taskBound() {
        var test = TestService()
        let path = "Systems/node-0/Storage/RAID.1/Volumes"
        for _ in 0..<RedfishLimits.tasks { _ = test.ask(.post, path, ServiceTests.mirror) }
        #expect(test.ask(.post, path, ServiceTests.mirror).status == 503)
        test.now += .seconds(10)
        _ = test.ask(.delete, "\(path)/root")
        #expect(test.service.tasks.count == RedfishLimits.tasks)
    }

    @Test("A virtual drive takes one image, and gives it back")
    func media() {
        var test = TestService()
        let (media, actions) = (
            "Managers/node-0/VirtualMedia/Cd",
            "Managers/node-0/VirtualMedia/Cd/Actions/VirtualMedia."
        )
        let image: JSON = ["Image": "http://192.0.2.1/boot.iso"]
        #expect(test.ask(.post, actions + "InsertMedia", image).status == 204)
        #expect(test.read(media)["Inserted"] == true)
        #expect(test.read(media)["ImageName"] == "boot.iso")
        #expect(test.host.media == "http://192.0.2.1/boot.iso")
        #expect(test.ask(.post, actions + "InsertMedia", image).status == 409)
        #expect(test.ask(.post, actions + "EjectMedia", [:]).status == 204)
        #expect(test.read(media)["Inserted"] == false)
        #expect(test.ask(.post, actions + "InsertMedia", ["Image": "boot.iso"]).status == 400)
        #expect(test.ask(.post, actions + "InsertMedia", [:]).status == 400)
    }

    @Test("Sensors of a machine that is off have nothing to say, but those on standby power")
    func sensors() {
        var test = TestService()
        let off = test.read("Chassis/node-0/Thermal")["Temperatures"]?.list ?? []
        #expect(off.first?["ReadingCelsius"]?.number == 23)
        #expect(off.last?["ReadingCelsius"] == .null)
        _ = test.ask(.post, Self.reset, ["ResetType": "On"])
        let on = test.read("Chassis/node-0/Sensors/Fan1")
        #expect(on["Reading"]?.number == 5400)
        #expect(on["Thresholds"]?["LowerCritical"]?["Reading"]?.number == 900)
        let power = test.read("Chassis/node-0/Power")["PowerControl"]?.list?.first
        #expect(power?["PowerConsumedWatts"]?.number == 180)
    }

    @Test("The event log is the machine's own, on its controller's clock, and can be cleared")
    func log() {
        var test = TestService()
        test.service.append(.critical, "fan failed", toLogOf: 0, at: test.now)
        let path = "Systems/node-0/LogServices/SEL"
        let entries = test.read(path + "/Entries")
        #expect(entries["Members@odata.count"] == 1)
        #expect(entries["Members"]?.list?.first?["Created"] == "2023-11-14T22:13:20Z")
        let clear = path + "/Actions/LogService.ClearLog"
        #expect(test.ask(.post, clear, [:]).status == 204)
        #expect(test.read(path + "/Entries")["Members"] == [])
    }

    @Test("A full log forgets its oldest entries, and keeps the numbers of the others")
    func fullLog() {
        var test = TestService()
        for number in 1...SystemEventLog.capacity + 2 {
            test.service.append(.warning, "\(number)", toLogOf: 0, at: .zero)
        }
        let path = "Systems/node-0/LogServices/SEL/Entries/"
        #expect(test.ask(.get, path + "2").status == 404)
        #expect(test.read(path + "3")["Message"] == "3")
    }

    @Test("A controller's clock can be set, and shows in its log")
    func clock() {
        var test = TestService()
        let set: JSON = ["DateTime": "2001-09-09T01:46:40Z"]
        #expect(test.ask(.patch, "Managers/node-0", set).status == 200)
        test.now += .seconds(60)
        #expect(test.read("Managers/node-0")["DateTime"] == "2001-09-09T01:47:40Z")
        #expect(test.ask(.patch, "Managers/node-0", ["DateTime": "now"]).status == 400)
    }

    @Test("Firmware is brought by a task, to the version that its image names")
    func firmware() {
        var test = TestService()
        let request: JSON = [
            "ImageURI": "http://192.0.2.1/bios-3.1.4.bin",
            "Targets": ["/redfish/v1/UpdateService/FirmwareInventory/BIOS"],
        ]
        let action = "UpdateService/Actions/UpdateService.SimpleUpdate"
        #expect(test.ask(.post, action, request).status == 202)
        test.now += .seconds(5)
        #expect(test.read("UpdateService/FirmwareInventory/BIOS")["Version"] == "3.1.4")
        #expect(test.ask(.post, action, [:]).status == 400)
    }

    @Test("Secure boot is in force from the next start on, and not without a platform key")
    func secureBoot() {
        var test = TestService()
        let path = "Systems/node-0/SecureBoot"
        #expect(test.ask(.patch, path, ["SecureBootEnable": true]).status == 200)
        #expect(test.read(path)["SecureBootCurrentBoot"] == "Disabled")
        let reset = "Systems/node-0/Actions/ComputerSystem.Reset"
        _ = test.ask(.post, reset, ["ResetType": "On"])
        #expect(test.read(path)["SecureBootCurrentBoot"] == "Enabled")
        let keys = path + "/Actions/SecureBoot.ResetKeys"
        #expect(test.ask(.post, keys, ["ResetKeysType": "DeleteAllKeys"]).status == 204)
        #expect(test.read(path)["SecureBootMode"] == "SetupMode")
        _ = test.ask(.post, reset, ["ResetType": "ForceRestart"])
        #expect(test.read(path)["SecureBootCurrentBoot"] == "Disabled")
        #expect(test.ask(.post, keys, ["ResetKeysType": "Some"]).status == 400)
        #expect(test.ask(.patch, path, ["SecureBootEnable": "yes"]).status == 400)
        #expect(test.ask(.patch, path, ["SecureBootMode": "UserMode"]).status == 400)
        #expect(test.ask(.patch, path, ["SecureBootEnable": true], as: "reader").status == 403)
    }

    @Test("Modules of memory make up what the machine has") func memory() {
        var test = TestService()
        let members = test.read("Systems/node-0/Memory")["Members"]?.list ?? []
        let sizes = members.compactMap(\.path).compactMap { test.read($0)["CapacityMiB"]?.integer }
        #expect(sizes == [16_384, 16_384, 16_384, 16_384])
        #expect(test.ask(.get, "Systems/node-0/Memory/DIMM5").status == 404)
    }
}
