import Hardware
import Images
import Orchestration
import OrderedCollections
import World

/// `OS::Glance::WebImage` and the `OS::Glance::Image` before it: an image that is fetched from
/// somewhere.
///
/// What lies at the place is known by the place until somebody has read it.
struct ImageResource: CloudThing {
    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        let name = ImageName(work.name())
        guard try await work.stored(Image.self, name.text) == nil else {
            throw .failed("Conflict", "There is an image \(name) already. (HTTP 409)")
        }
        let image = Image(
            reference: ImageReference(
                name: name, digest: ImageDigest("at:\(work.properties["location"].text)"),
                size: .gibibytes(Int64(work.properties.integer("min_disk") ?? 0))),
            purpose: .disk)
        work.transaction.insert(image)
        work.record.physicalID = image.id
        return .done
    }

    static func shown(_ image: Image, _ resource: ResourceView) -> TemplateValue {
        [
            "id": .string(image.id), "name": .string(image.id), "status": "active",
            "disk_format": resource.properties["disk_format"],
            "container_format": resource.properties["container_format"],
            "visibility": resource.properties["visibility"],
            "min_disk": resource.properties["min_disk"],
            "min_ram": resource.properties["min_ram"],
            "protected": resource.properties["protected"], "tags": resource.properties["tags"],
        ]
    }
}
