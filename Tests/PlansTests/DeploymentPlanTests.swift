import Documents
import OrderedCollections
import Testing

@testable import Plans

struct DeploymentPlanTests {
    private static let compute = """
        heat_template_version: 2014-10-16
        description: OpenStack hypervisor node.
        parameters:
          Image: {type: string, default: overcloud-compute}
          Flavor:
            type: string
            constraints: [{allowed_values: [small, big]}]
          Size: {type: number, default: 3}
        resources:
          server: {type: "OS::Heat::Value", properties: {value: {get_param: Image}}}
        outputs:
          address: {value: {get_attr: [server, value]}}
        """

    private static func role(
        _ name: String = "compute", version: Int = 1
    ) throws(PlanError) -> DeploymentRole {
        try DeploymentRole(name, version: version, template: compute, file: "compute.yaml")
    }

    private static func plan() throws(PlanError) -> DeploymentPlan {
        var plan = DeploymentPlan("cloud", description: "d")
        try plan.add(try role(), count: 2)
        return plan
    }

    @Test func `a role's parameters and outputs come into the plan under its name and version`()
        throws
    {
        let composed = try Self.plan().composition
        let parameters = try #require(composed.template["parameters"]?.map)
        #expect(
            Array(parameters.keys) == [
                "compute-1::Image", "compute-1::Flavor", "compute-1::Size", "compute-1::count",
                "compute-1::removal_policies",
            ])
        #expect(parameters["compute-1::count"]?["type"] == "number")
        #expect(parameters["compute-1::count"]?["constraints"] == [["range": ["min": 0]]])
        let group = composed.template["resources"]?["compute-1-servers"]
        #expect(group?["type"] == "OS::Heat::ResourceGroup")
        #expect(group?["properties"]?["count"] == ["get_param": ["compute-1::count"]])
        let server = group?["properties"]?["resource_def"]
        #expect(server?["type"] == "Tuskar::compute-1")
        #expect(server?["properties"]?["Image"] == ["get_param": ["compute-1::Image"]])
        #expect(
            composed.template["outputs"]?["compute-1::address"]?["value"]
                == ["get_attr": ["compute-1-servers", "address"]])
    }

    @Test func `the environment has every parameter's value and the role's template`() throws {
        let composed = try Self.plan().composition
        #expect(
            composed.environment["parameters"] == [
                "compute-1::Image": "overcloud-compute", "compute-1::Flavor": "",
                "compute-1::Size": 3, "compute-1::count": 2, "compute-1::removal_policies": [],
            ])
        #expect(
            composed.environment["resource_registry"]
                == ["Tuskar::compute-1": "provider-compute-1.yaml"])
        #expect(
            Array(composed.files.keys)
                == ["plan.yaml", "environment.yaml", "provider-compute-1.yaml"])
        #expect(try DocumentValue(yaml: composed.files["plan.yaml"] ?? "") == composed.template)
        #expect(composed.files["provider-compute-1.yaml"] == Self.compute)
    }

    @Test func `a role is in a plan once in each of its versions`() throws {
        var plan = try Self.plan()
        #expect(throws: PlanError("plan 'cloud' has compute-1 already")) {
            try plan.add(try Self.role())
        }
        try plan.add(try Self.role(version: 2))
        #expect(plan.roles.count == 2)
        #expect(throws: PlanError.self) { try plan.scale("compute", to: 1) }
        try plan.scale("compute-2", to: 5)
        #expect(plan.roles.map(\.count) == [2, 5])
    }

    @Test
    func `removing a role takes what was set for it, and one that is not there is no mistake`()
        throws
    {
        var plan = try Self.plan()
        try plan.add(try Self.role("storage"))
        try plan.set("compute-1::Image", to: "x")
        try plan.set("storage-1::Image", to: "y")
        plan.remove("compute")
        plan.remove("none")
        #expect(plan.roles.map(\.role.name) == ["storage"])
        #expect(plan.values == ["storage-1::Image": "y"])
    }

    @Test func `only parameters that are there take values, and only of their kind`() throws {
        var plan = try Self.plan()
        try plan.set("compute-1::Flavor", to: "big")
        try plan.set("compute-1::count", to: 4)
        #expect(plan.roles[0].count == 4)
        for (name, value) in [
            ("compute-1::Colour", "red"), ("Image", "x"), ("compute-1::Flavor", "odd"),
            ("compute-1::Size", "many"), ("compute-1::count", "-1"), ("compute-1::count", "few"),
        ] as [(String, DocumentValue)] {
            let old = plan
            #expect(throws: PlanError.self) { try plan.set(name, to: value) }
            #expect(plan == old)
        }
        #expect(try plan.missing.isEmpty)
    }

    @Test func `values are set all or none, and every mistake is told`() throws {
        var plan = try Self.plan()
        let error = #expect(throws: PlanError.self) {
            try plan.set(["compute-1::Image": "x", "none": 1, "compute-1::Flavor": "odd"])
        }
        #expect(error?.description.split(separator: "\n").count == 2)
        #expect(plan.values.isEmpty)
    }

    @Test func `servers that are to go first are named in the removal policies`() throws {
        var plan = try Self.plan()
        try plan.retire(["1", "3"], of: "compute")
        #expect(
            try plan.composition.environment["parameters"]?["compute-1::removal_policies"]
                == [["resource_list": ["1", "3"]]])
    }

    @Test func `a template that is wrong is refused with its place`() {
        let error = #expect(throws: PlanError.self) {
            try DeploymentRole("bad", template: "resources: {}\n", file: "bad.yaml")
        }
        #expect(error?.description.hasPrefix("bad.yaml") == true)
        #expect(throws: PlanError.self) { try Self.role("a-b") }
    }

    // MARK: Seeds

    private static let seed = """
        heat_template_version: 2014-10-16
        parameters:
          Image: {type: string, default: seeded}
          Size: {type: number, default: 9}
          Password: {type: string, hidden: true}
        resources:
          Compute:
            type: OS::Heat::ResourceGroup
            properties:
              count: 1
              resource_def:
                type: OS::TripleO::Compute
                properties:
                  Image: {get_param: Image}
                  Size: {get_param: Size}
                  Flavor: {get_attr: [names, value]}
          names:
            type: OS::Heat::Value
            properties:
              value:
                address: {get_attr: [Compute, address]}
                image: {get_param: Image}
                images: [{get_param: Image}]
        outputs:
          all: {value: {get_attr: [names, value]}}
        """

    private static func seeded(
        _ registry: OrderedDictionary<String, String> = ["OS::TripleO::Compute": "compute.yaml"]
    ) throws(PlanError) -> DeploymentPlan {
        DeploymentPlan(
            "cloud", seed: try PlanSeed(seed, file: "seed.yaml", registry: registry))
    }

    @Test func `a seed's own resources come into the plan, with the plan's names`() throws {
        var plan = try Self.seeded()
        try plan.add(try Self.role())
        let template = try plan.composition.template
        #expect(
            template["resources"]?["names"]?["properties"]?["value"] == [
                "address": ["get_attr": ["compute-1-servers", "address"]],
                "image": ["get_param": "compute-1::Image"],
                // Tuskar does not look into lists for parameters: the cloud's own stays.
                "images": [["get_param": "Image"]],
            ])
        let server = template["resources"]?["compute-1-servers"]?["properties"]?["resource_def"]
        // What the seed computes is no parameter of the plan.
        #expect(server?["properties"]?["Flavor"] == ["get_attr": ["names", "value"]])
        let parameters = template["parameters"]?.map ?? [:]
        #expect(parameters["compute-1::Flavor"] == nil)
        #expect(parameters["Password"] != nil && parameters["Image"] != nil)
        #expect(parameters["Size"] == nil && parameters["compute-1::Size"] != nil)
        #expect(template["outputs"]?["all"] != nil)
    }

    @Test func `a role that the seed has no group for is refused`() throws {
        var plan = try Self.seeded(["OS::TripleO::Other": "compute.yaml"])
        #expect(throws: PlanError.self) { try plan.add(try Self.role()) }
        var other = try Self.seeded([:])
        #expect(throws: PlanError.self) { try other.add(try Self.role()) }
    }

    // MARK: Versions

    @Test func `every change makes a version, and none is lost`() throws {
        var shelf = PlanShelf()
        try shelf.create(DeploymentPlan("cloud"))
        #expect(throws: PlanError.self) { try shelf.create(DeploymentPlan("cloud")) }
        let role = try shelf.role("compute", template: Self.compute, file: "compute.yaml")
        try shelf.change("cloud", "added") { (plan) throws(PlanError) in try plan.add(role) }
        try shelf.change("cloud", "scaled") { (plan) throws(PlanError) in
            try plan.scale("compute", to: 7)
        }
        try shelf.change("cloud", "nothing") { (plan) throws(PlanError) in
            try plan.scale("compute", to: 7)
        }
        #expect(shelf.plans["cloud"]?.map(\.change) == ["created", "added", "scaled"])
        try shelf.restore("cloud", to: 2)
        #expect(try shelf.version(of: "cloud").plan.roles[0].count == 1)
        #expect(try shelf.version(3, of: "cloud").plan.roles[0].count == 7)
        #expect(throws: PlanError.self) { try shelf.version(5, of: "cloud") }
    }

    @Test func `another template of a role is another version of it`() throws {
        var shelf = PlanShelf()
        let first = try shelf.role("compute", template: Self.compute, file: "compute.yaml")
        let same = try shelf.role("compute", template: Self.compute, file: "compute.yaml")
        let other = try shelf.role(
            "compute", template: Self.compute + "\n# changed\n", file: "compute.yaml")
        #expect(first == same && first.version == 1 && other.version == 2)
    }

    @Test func `a shelf is read back as it was written`() throws {
        var shelf = PlanShelf()
        var plan = try Self.seeded()
        try shelf.create(plan)
        let role = try shelf.role("compute", template: Self.compute, file: "compute.yaml")
        try shelf.change("cloud", "added") { (plan) throws(PlanError) in
            try plan.add(role, count: 3)
            try plan.set("compute-1::Image", to: "x")
            try plan.retire(["2"], of: "compute")
        }
        plan = DeploymentPlan("other", description: "without a seed")
        try shelf.create(plan)
        let text = shelf.document.json
        #expect(try PlanShelf(DocumentValue(json: text)) == shelf)
        #expect(throws: PlanError.self) { try PlanShelf(["format": 9]) }
    }
}
