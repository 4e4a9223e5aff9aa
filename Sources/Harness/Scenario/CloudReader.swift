import BareMetal
import Hardware
import Images
import Plans

/// Reads a scenario's `cloud` and `undercloud`.
struct CloudReader {
    private static let keys = ["mode", "flavors", "images", "roles"]
    private static let flavorKeys = [
        "name", "processors", "memory", "disk", "ephemeral", "swap", "profile",
        "resource-class", "traits",
    ]
    private static let roleKeys = ["name", "count", "flavor", "image"]
    private static let undercloudKeys = [
        "control-nodes", "from-seed", "flavor", "image", "conductor-groups", "concurrent-ramdisks",
        "power-sync", "cleaning",
    ]

    private let scenario: InputMapping

    init(_ scenario: InputMapping) { self.scenario = scenario }

    /// The names of all roles that have one.
    static func roleNames(_ cloud: InputCursor) -> [RoleName]? {
        // Into a log of its own: whoever reads the roles reports what is wrong with them.
        let silent = cloud.reporting(to: InputProblemLog(file: cloud.log.file))
        return silent.mapping(expected: "")?["roles"]?.list(expected: "")?.compactMap { role in
            role.isMapping
                ? role.mapping(expected: "")?["name"]?.plainText.map { RoleName($0) } : nil
        }
    }

    func read() -> CloudPlan? {
        let shape = "a mapping with mode, flavors and roles"
        let isStack = scenario["overcloud"] != nil
        let section = scenario.required("cloud", expected: shape)
        guard let section, let cloud = section.mapping(expected: shape) else {
            _ = undercloud(flavors: nil)
            return nil
        }
        cloud.reportUnknownKeys(known: Self.keys)
        let mode = cloud.required("mode", expected: "poc or scale")?
            .choice("mode", PlacementMode.self)
        let flavors = flavors(cloud)
        checkCount(of: flavors, mode: mode, at: cloud["flavors"])
        let roles = isStack ? noRoles(cloud) : roles(cloud, flavors: flavors)
        let undercloud = undercloud(flavors: flavors)
        guard let mode, let flavors, let roles, let undercloud else { return nil }
        let all = isStack ? flavors + UsualFlavors.missing(among: flavors) : flavors
        let usual = isStack ? [WellKnownImages.overcloud] : []
        let plan = CloudPlan(
            mode: mode, flavors: all, roles: roles, undercloud: undercloud,
            images: usual + images(cloud))
        // The plan's own rules come last: what the file's reader has told is not told twice.
        if section.log.problems.isEmpty {
            for problem in plan.problems { section.report(problem.description) }
        }
        return plan
    }

    private func checkCount(of flavors: [Flavor]?, mode: PlacementMode?, at cursor: InputCursor?) {
        guard mode == .poc, let cursor, let count = flavors?.count, count > 1 else { return }
        cursor.report("found \(count) flavors, expected one: in mode poc one flavor fits all")
    }

    /// Images that servers may have besides those of the roles.
    private func images(_ cloud: InputMapping) -> [ImageName] {
        let entries = cloud["images"]?.list(expected: "a list of images' names") ?? []
        return entries.compactMap { $0.text(expected: "an image's name").map { ImageName($0) } }
    }

    /// Nil where the list is missing; a flavor that is wrong is told and left out.
    private func flavors(_ cloud: InputMapping) -> [Flavor]? {
        let shape = "a list of at least one flavor"
        guard let cursor = cloud.required("flavors", expected: shape),
            let entries = cursor.list(expected: shape)
        else { return nil }
        if entries.isEmpty { cursor.reportMismatch(expected: shape) }
        var names: [String: Int] = [:]
        return entries.compactMap { flavor($0, names: &names) }
    }

    private func flavor(_ cursor: InputCursor, names: inout [String: Int]) -> Flavor? {
        guard let flavor = cursor.mapping(expected: "a mapping that describes a flavor") else {
            return nil
        }
        flavor.reportUnknownKeys(known: Self.flavorKeys)
        let name = uniqueName(flavor, "flavor", names: &names)
        let processors = flavor.required("processors", expected: "a number of processors")?
            .count(MachineGroup.processorLimit)
        let memory = flavor.required("memory", expected: "an amount such as 8GiB")?.amount()
        let disk = flavor.required("disk", expected: "an amount such as 40GiB")?.amount()
        let ephemeral = flavor["ephemeral"]?.amount()
        let swap = flavor["swap"]?.amount()
        let profile = flavor["profile"]?.text(expected: "a profile's name")
        let kind = flavor["resource-class"]?.text(expected: "a resource class")
        guard let name else { return nil }
        // A flavor whose size is wrong still has a name that roles may use.
        return Flavor(
            name: FlavorName(name),
            processors: processors ?? 1,
            memory: memory ?? .gibibytes(1),
            disk: disk ?? .gibibytes(1),
            ephemeral: ephemeral ?? .zero,
            swap: swap ?? .zero,
            profile: profile.map { ProfileName($0) },
            resourceClass: kind.map { ResourceClass($0) },
            traits: Self.traits(flavor)
        )
    }

    /// The `traits` that a flavor asks for, or that machines have.
    static func traits(_ mapping: InputMapping) -> [Trait] {
        let entries = mapping["traits"]?.list(expected: "a list of traits") ?? []
        return entries.compactMap { $0.text(expected: "a trait such as CUSTOM_GOLD") }.map {
            Trait($0)
        }
    }

    private func roles(_ cloud: InputMapping, flavors: [Flavor]?) -> [RolePlan]? {
        let shape = "a list of at least one role"
        guard let cursor = cloud.required("roles", expected: shape),
            let entries = cursor.list(expected: shape)
        else { return nil }
        if entries.isEmpty { cursor.reportMismatch(expected: shape) }
        var names: [String: Int] = [:]
        return entries.compactMap { role($0, flavors: flavors, names: &names) }
    }

    /// The roles of an overcloud that is a stack are its templates'.
    private func noRoles(_ cloud: InputMapping) -> [RolePlan]? {
        cloud["roles"]?.report("found roles beside 'overcloud', expected them in its templates")
        return []
    }

    private func role(
        _ cursor: InputCursor,
        flavors: [Flavor]?,
        names: inout [String: Int]
    ) -> RolePlan? {
        guard let role = cursor.mapping(expected: "a mapping that describes a role") else {
            return nil
        }
        role.reportUnknownKeys(known: Self.roleKeys)
        let name = uniqueName(role, "role", names: &names)
        let count = role.required("count", expected: "how many servers the role has")?
            .count(1...PlanLimits.serversOfRole.upperBound)
        let flavor = role.required("flavor", expected: "a flavor's name")
            .flatMap { self.flavor(named: $0, among: flavors) }
        let image = role["image"]?.text(expected: "an image's name")
        guard let name, let count, let flavor else { return nil }
        return RolePlan(
            name: RoleName(name),
            count: count,
            flavor: flavor,
            image: image.map { ImageName($0) } ?? WellKnownImages.overcloud
        )
    }

    private func uniqueName(
        _ mapping: InputMapping,
        _ what: String,
        names: inout [String: Int]
    ) -> String? {
        guard let cursor = mapping.required("name", expected: "the \(what)'s name"),
            let name = cursor.text(expected: "the \(what)'s name")
        else { return nil }
        if let line = names[name.lowercased()] {
            cursor.report("duplicate \(what) '\(InputCursor.excerpt(name))', first in line \(line)")
        } else {
            names[name.lowercased()] = cursor.line
        }
        return name
    }

    private func flavor(named cursor: InputCursor, among flavors: [Flavor]?) -> FlavorName? {
        guard let flavors else { return nil }
        return cursor.word("flavor", among: flavors.map(\.name.text)).map { FlavorName($0) }
    }

    private func undercloud(flavors: [Flavor]?) -> UndercloudPlan? {
        let section = scenario["undercloud"]
        let undercloud = section?.mapping(expected: "a mapping that describes the undercloud")
        undercloud?.reportUnknownKeys(known: Self.undercloudKeys)
        let nodes = undercloud?["control-nodes"]?.count(PlanLimits.controlNodes) ?? 1
        let fromSeed = undercloud?["from-seed"]?.count(1...nodes) ?? 1
        let ramdisks = undercloud?["concurrent-ramdisks"]?.count(PlanLimits.ramdisks)
        let cleaning = undercloud?["cleaning"]?.choice("depth of cleaning", Cleaning.self)
        let image = undercloud?["image"]?.text(expected: "an image's name")
        let powerSync = undercloud?["power-sync"]?.choice("power-sync", PowerSyncPolicy.self)
        let introspection = scenario["introspection"].flatMap { IntrospectionReader.read($0) }
        let groups = undercloud?["conductor-groups"].map { self.groups($0, controlNodes: nodes) }
        let chosen = undercloud?["flavor"].map { flavor(named: $0, among: flavors) }
        guard let flavor = chosen ?? flavors?.first?.name else { return nil }
        return UndercloudPlan(
            controlNodes: nodes,
            fromSeed: fromSeed,
            flavor: flavor,
            image: image.map { ImageName($0) } ?? WellKnownImages.undercloud,
            conductorGroups: groups ?? [],
            concurrentRamdisks: ramdisks ?? PlanLimits.usualRamdisks,
            powerSync: powerSync ?? .recordFollows,
            cleaning: cleaning ?? .metadata,
            introspection: introspection
        )
    }

    /// One for each control node, in their order.
    private func groups(_ cursor: InputCursor, controlNodes: Int) -> [ConductorGroup] {
        let word = ConductorGroup.standardWord
        let shape = "a conductor group for each control node: '\(word)' or a name"
        guard let entries = cursor.list(expected: shape) else { return [] }
        if entries.count > controlNodes {
            cursor.report("found \(entries.count) groups, expected at most \(controlNodes)")
        }
        return entries.compactMap { $0.text(expected: shape).map(ConductorGroup.init(word:)) }
    }
}
