package import Documents
import OrderedCollections

/// A shelf as a document, for the file that it is kept in. Roles and seeds are in it once, by their
/// names; plans name them.
extension PlanShelf {
    private static var format: Int { 1 }

    package var document: DocumentValue {
        var seeds: OrderedSet<PlanSeed> = []
        let plans = self.plans.mapValues { versions in
            DocumentValue.list(versions.map { Self.document($0, &seeds) })
        }
        return [
            "format": .integer(Self.format), "roles": .list(roles.values.map(Self.document)),
            "plans": .map(plans), "seeds": .list(seeds.map(Self.document)),
        ]
    }

    private static func document(_ role: DeploymentRole) -> DocumentValue {
        [
            "name": .string(role.name), "version": .integer(role.version),
            "file": .string(role.file), "template": .string(role.template),
        ]
    }

    private static func document(_ seed: PlanSeed) -> DocumentValue {
        [
            "file": .string(seed.file), "template": .string(seed.text),
            "registry": .map(seed.registry.mapValues { .string($0) }),
            "files": .map(seed.files.mapValues { .string($0) }),
        ]
    }

    private static func document(
        _ version: PlanVersion, _ seeds: inout OrderedSet<PlanSeed>
    ) -> DocumentValue {
        let plan = version.plan
        let seed = plan.seed.map { DocumentValue.integer(seeds.append($0).index) }
        return [
            "number": .integer(version.number), "change": .string(version.change),
            "description": .string(plan.description), "seed": seed ?? .null,
            "values": .map(plan.values),
            "roles": .list(
                plan.roles.map { planned in
                    [
                        "role": .string(planned.role.namespace), "count": .integer(planned.count),
                        "removed": .list(planned.removed.map { .string($0) }),
                    ]
                }),
        ]
    }

    /// - Throws: what is wrong in the document.
    package init(_ document: DocumentValue) throws(PlanError) {
        guard document["format"] == .integer(Self.format) else {
            throw PlanError("it is no file of plans that this version reads")
        }
        self.init()
        for item in document["roles"]?.list ?? [] {
            keep(
                try DeploymentRole(
                    Self.text("name", item), version: item["version"]?.integer ?? 1,
                    template: Self.text("template", item), file: Self.text("file", item)))
        }
        var seeds: [PlanSeed] = []
        for item in document["seeds"]?.list ?? [] {
            seeds.append(
                try PlanSeed(
                    Self.text("template", item), file: Self.text("file", item),
                    registry: (item["registry"]?.map ?? [:]).mapValues(\.text),
                    files: (item["files"]?.map ?? [:]).mapValues(\.text)))
        }
        for (name, items) in document["plans"]?.map ?? [:] {
            var versions: [PlanVersion] = []
            for item in items.list ?? [] {
                versions.append(try version(item, of: name, seeds))
            }
            keep(versions, of: name)
        }
    }

    private func version(
        _ item: DocumentValue, of name: String, _ seeds: [PlanSeed]
    ) throws(PlanError) -> PlanVersion {
        let seed = item["seed"]?.integer.flatMap { seeds.indices.contains($0) ? seeds[$0] : nil }
        var plan = DeploymentPlan(name, description: Self.text("description", item), seed: seed)
        for planned in item["roles"]?.list ?? [] {
            let namespace = Self.text("role", planned)
            guard let role = roles[namespace] else {
                throw PlanError("plan '\(name)': there is no role \(namespace)")
            }
            try plan.add(role, count: planned["count"]?.integer ?? 1)
            let removed = planned["removed"]?.list?.compactMap(\.string) ?? []
            try plan.retire(removed, of: namespace)
        }
        plan.restore(item["values"]?.map ?? [:])
        return PlanVersion(
            number: item["number"]?.integer ?? 1, plan: plan, change: Self.text("change", item))
    }

    private static func text(_ key: String, _ item: DocumentValue) -> String {
        item[key]?.string ?? ""
    }
}
