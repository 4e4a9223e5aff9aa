import Hardware
import Testing

@testable import Redfish

@Suite("The client")
struct ClientTests {
    @Test("Each change of power does what it says", arguments: PowerAction.allCases)
    func power(action: PowerAction) async throws {
        let way = TestWay()
        let bmc = way.controller()
        try await bmc.setPower(.on)
        #expect(try await bmc.powerState() == .on)
        try await bmc.setPower(action)
        #expect(try await bmc.powerState() == action.outcome)
        let boots = await way.transport.host.boots
        #expect(boots == (action == .reset || action == .softReboot ? 2 : 1))
    }

    @Test("A machine that is off is left off by a reset")
    func resetOfOff() async throws {
        let bmc = TestWay().controller()
        try await bmc.setPower(.reset)
        #expect(try await bmc.powerState() == .off)
    }

    @Test(
        "An override is set, seen and taken back",
        arguments: [
            BootOverride(.network, .once), BootOverride(.disk, .persistent),
            BootOverride(.virtualMedia, .once, mode: .bios),
        ])
    func boot(override: BootOverride) async throws {
        let way = TestWay()
        let bmc = way.controller()
        try await bmc.setBootOverride(override)
        #expect(try await bmc.bootOverride() == override)
        #expect(await way.transport.host.bootOverride == override)
        try await bmc.setBootOverride(nil)
        #expect(try await bmc.bootOverride() == nil)
    }

    @Test(
        "A system is found by its identifier, or its address",
        arguments: ["node-1", "/redfish/v1/Systems/node-1", "redfish/v1/Systems/node-1"])
    func systems(name: String) async throws {
        let way = TestWay(TestService(machines: 2))
        try await way.controller(system: name).setPower(.on)
        #expect(await way.transport.ask(.get, "Systems/node-0").json?["PowerState"] == "Off")
        #expect(await way.transport.ask(.get, "Systems/node-1").json?["PowerState"] == "On")
    }

    @Test("Chassis commands go out as they are", arguments: ChassisAction.allCases)
    func chassis(action: ChassisAction) async throws {
        let bmc = TestWay().controller()
        try await bmc.perform(.powerUp)
        try await bmc.perform(action)
        let isOff = action == .powerDown || action == .softShutdown
        #expect(try await bmc.powerState() == (isOff ? .off : .on))
    }

    @Test("A UEFI target is set for one boot")
    func uefiTarget() async throws {
        let way = TestWay()
        try await way.controller().setUEFITarget("/0x31/0x33")
        let boot = await way.transport.ask(.get, "Systems/node-0").json?["Boot"]
        #expect(boot?["UefiTargetBootSourceOverride"] == "/0x31/0x33")
        #expect(boot?["BootSourceOverrideEnabled"] == "Once")
    }

    @Test("A session is opened once, and closed")
    func session() async throws {
        let way = TestWay()
        let bmc = way.controller()
        _ = try await bmc.powerState()
        _ = try await bmc.powerState()
        #expect(await way.transport.requests.filter { $0.method == .post }.count == 1)
        #expect(await way.transport.test.service.openSessions == 1)
        try await bmc.logOut()
        #expect(await way.transport.test.service.openSessions == 0)
    }

    @Test("A session that the service has forgotten is opened anew")
    func forgotten() async throws {
        let way = TestWay()
        let bmc = way.controller()
        _ = try await bmc.powerState()
        await way.transport.restartService()
        #expect(try await bmc.powerState() == .off)
        #expect(await way.transport.requests.filter { $0.method == .post }.count == 2)
    }

    @Test("A wrong password is told as one", arguments: RedfishAccess.Authentication.allCases)
    func wrongPassword(authentication: RedfishAccess.Authentication) async {
        let bmc = TestWay().controller(authentication, password: "wrong")
        await #expect(throws: BMCError.unauthorized) { try await bmc.powerState() }
    }

    @Test("A service whose sessions are all taken is asked with the password")
    func fullTable() async throws {
        let way = TestWay()
        for _ in 0..<RedfishLimits.sessions {
            _ = await way.transport.ask(
                .post, "SessionService/Sessions", ["UserName": "op", "Password": "secret"])
        }
        #expect(try await way.controller().powerState() == .off)
    }

    @Test("Basic authentication opens no session")
    func basic() async throws {
        let way = TestWay()
        #expect(try await way.controller(.basic).powerState() == .off)
        #expect(await way.transport.test.service.openSessions == 0)
    }

    @Test("Among several systems one is named by identifier or address, and none is guessed")
    func systems() async throws {
        let way = TestWay(TestService(RedfishProfile(pageSize: 2), machines: 5))
        try await way.controller(system: "node-4").setPower(.on)
        #expect(await way.transport.test.service.systems[4].host.powerState == .on)
        let address = "/redfish/v1/Systems/node-4"
        #expect(try await way.controller(system: address).powerState() == .on)
        await #expect(throws: BMCError.self) { try await way.controller().powerState() }
        await #expect(throws: BMCError.self) {
            try await way.controller(system: "none").powerState()
        }
    }

    @Test("A change on a state that changed meanwhile is made anew")
    func conflict() async throws {
        let way = TestWay()
        let bmc = way.controller()
        _ = try await bmc.powerState()
        await way.transport.next(
            .changedBefore("Systems/node-0", ["AssetTag": "other"]), to: .patch)
        try await bmc.setIndicator(.on)
        #expect(try await bmc.indicator() == .on)
        let patches = await way.transport.requests.filter { $0.method == .patch }
        #expect(patches.count == 2)
        #expect(patches.allSatisfy { $0.fields["If-Match"] != nil })
    }

    @Test("A change that conflicts again and again is given up")
    func conflicts() async throws {
        let way = TestWay()
        for _ in 0...RedfishClientLimits.conflicts {
            await way.transport.next(.answer(RedfishResponse(412)), to: .patch)
        }
        await #expect(throws: BMCError.self) { try await way.controller().setIndicator(.on) }
    }

    @Test("A lost question is asked anew; a lost change is not made twice")
    func lost() async throws {
        let way = TestWay()
        let bmc = way.controller()
        await way.transport.next(.lost, to: .get)
        #expect(try await bmc.powerState() == .off)
        await way.transport.next(.unanswered, to: .post)
        await #expect(throws: BMCError.self) { try await bmc.setPower(.on) }
        #expect(await way.transport.host.boots == 1)
    }

    @Test("A busy service is asked again when it says, within the call's bound")
    func busy() async throws {
        let way = TestWay()
        let bmc = way.controller()
        _ = try await bmc.powerState()
        let busy = RedfishResponse(503, fields: ["Retry-After": "3"])
        await way.transport.next(.answer(busy), to: .post)
        try await bmc.setPower(.on)
        #expect(way.now == .seconds(3))
        for _ in 0...RedfishClientLimits.retries {
            await way.transport.next(.answer(RedfishResponse(503)), to: .get)
        }
        await #expect(throws: BMCError.busy) { try await bmc.powerState() }
        #expect(way.now < .seconds(3) + RedfishClientLimits.call)
    }

    @Test("Answers that are none are told, and break nothing")
    func malformed() async {
        for body in ["", "[]", "{", "{\"PowerState\":5}", "{\"Members\":{}}"] {
            let way = TestWay()
            let bmc = way.controller(.basic, system: "/redfish/v1/Systems/node-0")
            await way.transport.next(
                .answer(RedfishResponse(200, body: Array(body.utf8))), to: .get)
            await #expect(throws: BMCError.self) { try await bmc.powerState() }
        }
    }

    @Test("Sensors, identity, log and firmware are read")
    func health() async throws {
        var test = TestService()
        test.service.append(.warning, "fan slow", toLogOf: 0, at: .zero)
        let bmc = TestWay(test).controller()
        try await bmc.setPower(.on)
        let sensors = try await bmc.sensors()
        #expect(sensors.count == RedfishProfile.usualSensors.count)
        #expect(sensors.first?.value == .temperature(Celsius(23)))
        #expect(sensors.first?.thresholds?.upperCritical == 47)
        #expect(try await bmc.identity().serialNumber == "SN1")
        #expect(try await bmc.eventLog().count == 1)
        try await bmc.clearEventLog()
        #expect(try await bmc.eventLog().isEmpty)
        #expect(try await bmc.firmware() == RedfishFirmware.usual)
        try await bmc.updateFirmware(from: "http://192.0.2.1/bmc-3.2.bin")
        #expect(try await bmc.firmware().first?.version == "3.2")
    }

    @Test("Firmware settings wait for the next boot, and unknown ones are refused")
    func bios() async throws {
        let bmc = TestWay().controller()
        let change = [
            BIOSAssignment("LogicalProc", "Disabled"), BIOSAssignment("NumaGroupSize", "4"),
        ]
        try await bmc.setBIOSSettings(change)
        #expect(try await bmc.pendingBIOSSettings() == change)
        try await bmc.setPower(.on)
        #expect(try await bmc.pendingBIOSSettings().isEmpty)
        let settings = try await bmc.biosSettings()
        #expect(settings.first { $0.name == "NumaGroupSize" }?.value == "4")
        await #expect(throws: BMCError.self) {
            try await bmc.setBIOSSettings([BIOSAssignment("None", "x")])
        }
        try await bmc.resetBIOSSettings()
        #expect(try await bmc.pendingBIOSSettings().count == 2)
    }

    @Test("Volumes are made and removed, and waited for")
    func volumes() async throws {
        let way = TestWay()
        let bmc = way.controller()
        let request = RAIDVolumeRequest(
            name: "root", controller: "RAID.1", level: .mirror, size: nil,
            disks: ["Disk.Bay.0", "Disk.Bay.1"])
        try await bmc.createVolume(request)
        #expect(way.now >= .seconds(5))
        let inventory = try await bmc.raidInventory()
        #expect(inventory.disks == TestService.raid.disks)
        #expect(inventory.volumes.map(\.name) == ["root"])
        #expect(inventory.volumes.first?.level == .mirror)
        await #expect(throws: BMCError.self) { try await bmc.createVolume(request) }
        try await bmc.deleteVolume("root")
        #expect(try await bmc.raidInventory().volumes.isEmpty)
        try await bmc.deleteVolume("root")
    }

    @Test("A virtual drive's image is replaced, and taken out")
    func media() async throws {
        let way = TestWay()
        let bmc = way.controller()
        try await bmc.insertMedia("http://192.0.2.1/a.iso")
        try await bmc.insertMedia("http://192.0.2.1/b.iso")
        #expect(await way.transport.host.media == "http://192.0.2.1/b.iso")
        try await bmc.ejectMedia()
        try await bmc.ejectMedia()
        #expect(await way.transport.host.media == nil)
    }

    @Test("SuperMicro's boot from virtual media asks for a USB drive")
    func superMicro() throws {
        let boot: JSON = [
            "BootSourceOverrideEnabled": "Continuous", "BootSourceOverrideTarget": "Hdd",
            "BootSourceOverrideMode": "UEFI",
            "BootSourceOverrideTarget@Redfish.AllowableValues": ["Pxe", "Hdd", "Cd", "UsbCd"],
        ]
        func change(_ maker: String) throws -> JSON {
            try ReceivedBoot(["Manufacturer": .text(maker), "Boot": boot])
                .change(to: BootOverride(.virtualMedia, .persistent))
        }
        #expect(try change("Supermicro")["BootSourceOverrideTarget"] == "UsbCd")
        #expect(try change("Supermicro")["BootSourceOverrideEnabled"] == "Continuous")
        #expect(try change("Supermicro")["BootSourceOverrideMode"] == "UEFI")
        #expect(try change("Acme") == ["BootSourceOverrideTarget": "Cd"])
    }

    @Test("A device that the machine does not boot from is told as that")
    func unsupported() async throws {
        let boot: JSON = ["BootSourceOverrideTarget@Redfish.AllowableValues": ["Pxe", "Hdd"]]
        #expect(throws: RedfishError.self) {
            try ReceivedBoot(["Boot": boot]).change(to: BootOverride(.virtualMedia, .once))
        }
    }

    @Test("ends every call within its limit, however many requests, pages and looks it is made of")
    func wholeCalls() async throws {
        var way = TestWay()
        way.latency = .seconds(8)
        let controller = way.controller(.basic)
        let start = way.now
        await #expect(throws: BMCError.self) { _ = try await controller.powerState() }
        #expect(way.now - start == RedfishClientLimits.call)
        let second = way.now
        _ = try? await controller.sensors()
        #expect(way.now - second <= BMCLimits.listing)
        way.latency = .zero
        #expect(try await way.controller(.basic).powerState() == .off)
    }
}
