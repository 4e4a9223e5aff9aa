import Compute
import Hardware
import Orchestration
import OrderedCollections
import Plans
import World

/// `OS::Nova::Flavor`: a size of machine.
struct FlavorResource: CloudThing {
    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        let record = Self.record(work.properties, named: work.name())
        guard try await work.stored(FlavorRecord.self, record.id) == nil else {
            throw .failed("Conflict", "Flavor with name \(record.id) already exists. (HTTP 409)")
        }
        work.transaction.insert(record)
        work.record.physicalID = record.id
        return .done
    }

    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress {
        let stored = try await work.present(FlavorRecord.self)
        let record = Self.record(work.properties, named: stored.document.flavor.name.text)
        work.transaction.replace(stored, with: record)
        return .done
    }

    /// What a machine must be like is in the extra specs, as TripleO writes them: a profile and
    /// other capabilities, one unit of a class of machines, traits.
    private static func record(_ properties: PropertyValues, named name: String) -> FlavorRecord {
        var specs: [String: String] = [:]
        for (key, value) in properties.map("extra_specs") { specs[key] = value.text }
        let ask = { (mark: String, wanted: (String) -> Bool) -> [String] in
            specs.filter { $0.key.hasPrefix(mark) && wanted($0.value) }
                .map { String($0.key.dropFirst(mark.count)) }.sorted()
        }
        // Placement has a class's name in capitals; TripleO's are in small letters.
        let classes = ask("resources:CUSTOM_") { $0 == "1" }
        let traits = ask("trait:") { $0 == "required" }
        let size = { (property: String, unit: (Int64) -> ByteCount) in
            unit(Int64(properties.integer(property) ?? 0))
        }
        let flavor = Flavor(
            name: FlavorName(name), processors: properties.integer("vcpus") ?? 0,
            memory: size("ram", ByteCount.mebibytes), disk: size("disk", ByteCount.gibibytes),
            ephemeral: size("ephemeral", ByteCount.gibibytes),
            swap: size("swap", ByteCount.mebibytes),
            profile: specs["capabilities:profile"].map { ProfileName($0) },
            architecture: (specs["capabilities:cpu_arch"] ?? specs["cpu_arch"])
                .map { Architecture($0) },
            resourceClass: classes.first.map { ResourceClass($0.lowercased()) },
            traits: traits.map { Trait($0) })
        return FlavorRecord(
            flavor: flavor, extraSpecs: specs, isPublic: properties["is_public"] != false)
    }

    static func shown(_ record: FlavorRecord, _ resource: ResourceView) -> TemplateValue {
        let specs = record.extraSpecs.sorted { $0.key < $1.key }
        return [
            "id": .string(record.id), "name": .string(record.id),
            "ram": resource.properties["ram"], "vcpus": resource.properties["vcpus"],
            "disk": resource.properties["disk"], "is_public": .bool(record.isPublic),
            "extra_specs": .map(
                OrderedDictionary(
                    specs.map { ($0.key, .string($0.value)) }, uniquingKeysWith: { $1 })),
        ]
    }
}
