import Foundation
import Testing

@testable import Redfish

/// Resources as the emulator of sushy-tools has them.
@Suite("The emulator's resources")
struct EmulatorTests {
    private static let templates = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "shared/inputs/sushy-tools/redfish-templates")
    private static let hasTemplates = FileManager.default.fileExists(atPath: templates.path)

    private func resource(_ name: String) throws -> JSON {
        let file = Self.templates.appending(path: name + ".json")
        return try JSON(parsing: [UInt8](try Data(contentsOf: file)))
    }

    @Test(
        "A finished task of the emulator ends the waiting",
        .enabled(if: hasTemplates, "needs ../shared/inputs/sushy-tools"))
    func task() async throws {
        let (way, task) = (TestWay(), try resource("task"))
        let bmc = way.controller(.basic)
        await way.transport.next(.answer(RedfishResponse(200, json: task)), to: .get)
        try await bmc.finish(RedfishResponse(202, fields: ["Location": "/taskmon/42"]))
        #expect(await way.transport.requests.map(\.target) == ["/taskmon/42"])
        #expect(way.now == RedfishClientLimits.taskInterval)
    }

    @Test(
        "The emulator's update service is one that the client can ask",
        .enabled(if: hasTemplates, "needs ../shared/inputs/sushy-tools"))
    func updateService() throws {
        let service = try resource("update_service")
        #expect(
            RedfishController<TestWay>.target("UpdateService.SimpleUpdate", of: service)
                == "/redfish/v1/UpdateService/Actions/UpdateService.SimpleUpdate")
        #expect(service["FirmwareInventory"]?.path == "/redfish/v1/UpdateService/FirmwareInventory")
    }
}
