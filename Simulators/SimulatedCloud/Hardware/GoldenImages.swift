import Hardware
import Images
import Plans
import Simulation

/// The images of a scenario's cloud: those its plan names, and the ramdisk's.
struct GoldenImages: Sendable {
    let images: [Image]
    /// The image whose machines are control nodes of the undercloud.
    let undercloud: ImageDigest

    init(_ plan: CloudPlan) {
        let names = [plan.undercloud.image] + plan.roles.map(\.image) + plan.images
        var seen: Set<ImageName> = []
        let disks = names.filter { seen.insert($0).inserted }
        images =
            [
                Self.image(WellKnownImages.deployKernel, .kernel, .mebibytes(12)),
                Self.image(WellKnownImages.deployRamdisk, .ramdisk, .mebibytes(400)),
            ] + disks.map { Self.image($0, .disk, .mebibytes(1536)) }
        undercloud = Self.digest(plan.undercloud.image.text)
    }

    /// The image on the stick the seed is carried in on.
    static let seed = ImageReference(
        name: "seed", digest: digest("seed"), size: .mebibytes(1536))

    private static func image(
        _ name: ImageName, _ purpose: Image.Purpose, _ size: ByteCount
    ) -> Image {
        Image(
            reference: ImageReference(name: name, digest: digest(name.text), size: size),
            purpose: purpose)
    }

    /// Contents are modelled by what they are known by: the name stands for the bytes.
    private static func digest(_ name: String) -> ImageDigest {
        var hash = TraceHash()
        hash.combine(name)
        return ImageDigest(hash.text)
    }
}
