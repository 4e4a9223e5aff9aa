import Matching
import OrderedCollections
import Pictures
import Testing

@Suite struct ProfileTaggingTests {
    static func node(
        _ name: String, _ capabilities: OrderedDictionary<String, String> = [:],
        state: String = "available", isInMaintenance: Bool = false
    ) -> ProfileCandidate {
        ProfileCandidate(
            name: name, state: state, isInMaintenance: isInMaintenance,
            capabilities: capabilities)
    }

    static func demand(_ profile: String, _ count: Int) -> ProfileDemand {
        ProfileDemand(flavor: profile, profile: profile, count: count)
    }

    @Test func `tagged nodes serve first, and able ones fill what is wanting`() {
        let nodes = [
            Self.node("a", ["compute_profile": "1"]), Self.node("b", ["profile": "compute"]),
            Self.node("c", ["compute_profile": "true", "profile": "control"]),
        ]
        let tagging = ProfileTagging(nodes, for: [Self.demand("compute", 2)])
        #expect(tagging.errors.isEmpty)
        #expect(tagging.tags == ["a": "compute"])
        #expect(tagging.serving == ["b": "compute", "a": "compute"])
    }

    @Test func `no tag is kept where the whole shortage cannot be met`() {
        let nodes = [Self.node("a", ["compute_profile": "1"])]
        let tagging = ProfileTagging(nodes, for: [Self.demand("compute", 2)])
        #expect(tagging.tags.isEmpty)
        #expect(tagging.errors.count == 1)
    }

    @Test func `the first flavor takes the node that could serve two`() {
        let nodes = [Self.node("a", ["compute_profile": "1", "control_profile": "1"])]
        let tagging = ProfileTagging(
            nodes, for: [Self.demand("control", 1), Self.demand("compute", 1)])
        #expect(tagging.tags == ["a": "control"])
        #expect(tagging.errors.count == 1)
    }

    @Test(arguments: [
        ProfileTaggingTests.node("a", ["compute_profile": "1"], state: "active"),
        .init(
            name: "a", state: "available", isInMaintenance: true,
            capabilities: ["profile": "compute"]),
        .init(name: "a", state: "manageable", capabilities: ["profile": "compute"]),
        .init(name: "a", state: "available", capabilities: ["compute_profile": "0"]),
    ]) func `nodes in use, set aside or not free are not tagged`(node: ProfileCandidate) {
        let tagging = ProfileTagging([node], for: [Self.demand("compute", 1)])
        #expect(tagging.tags.isEmpty)
        #expect(tagging.errors.count == 1)
        #expect(tagging.table([node]).rows.allSatisfy { $0.isBad })
    }

    @Test func `surplus and untagged nodes are warned of`() {
        let nodes = [
            Self.node("a", ["profile": "compute"]), Self.node("b", ["profile": "compute"]),
            Self.node("c"),
        ]
        let tagging = ProfileTagging(nodes, for: [Self.demand("compute", 1)])
        #expect(tagging.errors.isEmpty)
        #expect(tagging.warnings.count == 2)
    }

    @Test func `a flavor without a profile stands alone`() {
        let any = ProfileDemand(flavor: "baremetal", profile: nil, count: 1)
        #expect(ProfileTagging([Self.node("a")], for: [any]).errors.isEmpty)
        let two = ProfileTagging([Self.node("a")], for: [any, Self.demand("compute", 1)])
        #expect(two.errors.count == 2)
    }
}
