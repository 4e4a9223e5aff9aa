import Testing

@testable import Redfish

@Suite("The registries")
struct RegistryTests {
    @Test("lead from the service's root to the messages, without leaving the service")
    func messages() throws {
        var test = TestService()
        #expect(test.read("")["Registries"]?["@odata.id"] == "/redfish/v1/Registries")
        let file = test.read("Registries/Base.1.13.0")
        #expect(file["Registry"]?.text == RedfishMessage.registry)
        let place = try #require(file["Location"]?.list?.first)
        #expect(place["Language"] == "en")
        let registry = test.read(try #require(place["Uri"]?.text))
        #expect(registry["RegistryPrefix"] == "Base")
        #expect(registry["RegistryVersion"] == "1.13.0")
        let messages = try #require(registry["Messages"]?.object?.members)
        #expect(Set(messages.map(\.name)).count == messages.count)
        for message in messages {
            let count = try #require(message.value["NumberOfArgs"]?.integer)
            #expect(message.value["ParamTypes"]?.list?.count == count)
            let text = try #require(message.value["Message"]?.text)
            #expect(!text.contains("%\(count + 1)"), "\(message.name)")
        }
    }

    @Test("have every message by which a request is refused")
    func complete() {
        var test = TestService()
        let keys = Set(RedfishRegistry.messages.map(\.key))
        let refused = [
            test.ask(.get, "Systems/nobody"), test.ask(.put, "Systems/node-0", ["AssetTag": "x"]),
            test.ask(.patch, "Systems/node-0", ["Nothing": "x"]),
            test.ask(.patch, "Systems/node-0", ["PowerState": "On"]),
            test.ask(.patch, "Systems/node-0", ["AssetTag": 7]),
            test.ask(.patch, "Systems/node-0", ["Boot": ["BootSourceOverrideTarget": "Moon"]]),
            test.ask(.post, "Systems/node-0/Actions/ComputerSystem.Reset", ["ResetType": "Jump"]),
            test.ask(.post, "Systems/node-0/Actions/ComputerSystem.Reset", [:]),
            test.ask(.get, "Systems?only=foo"), test.ask(.get, "Systems?$top=x"),
            test.ask(.delete, "AccountService/Accounts/admin"),
        ]
        for answer in refused {
            #expect(answer.status >= 400)
            #expect(answer.messageKey.map(keys.contains) == true, "\(answer.messageKey ?? "")")
        }
    }

    @Test("of schemas have a file for each, which says where it is published")
    func schemas() throws {
        var test = TestService()
        let members = try #require(test.read("JsonSchemas")["Members"]?.list)
        #expect(members.count == RedfishSchema.all.count)
        let file = test.read("JsonSchemas/ComputerSystem.v1_20_0")
        #expect(file["Schema"] == "#ComputerSystem.v1_20_0.ComputerSystem")
        #expect(
            file["Location"]?.list?.first?["PublicationUri"]
                == "http://redfish.dmtf.org/schemas/v1/ComputerSystem.v1_20_0.json")
        #expect(test.ask(.get, "JsonSchemas/Moon.v1_0_0").status == 404)
        #expect(test.ask(.get, "Registries/Moon.1.0.0").status == 404)
    }
}
