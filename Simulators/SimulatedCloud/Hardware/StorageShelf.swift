import BareMetal
import Hardware
import Harness
import Images
import OrderedCollections
import SimulatedDatacenter
import World

/// The volumes of a scenario's machines: what is on them, and what their operator wrote down.
struct StorageShelf {
    private static let portal = "198.51.100.10:3260"

    /// The image on each machine's volume.
    private let images: OrderedDictionary<NodeName, ImageReference>

    init(_ scenario: Scenario, _ golden: GoldenImages) {
        var images: OrderedDictionary<NodeName, ImageReference> = [:]
        if case .machines(let groups) = scenario.hardware {
            for group in groups {
                guard let volume = group.volume,
                    let image = golden.images.first(where: { $0.reference.name == volume })
                else { continue }
                for name in group.names { images[name] = image.reference }
            }
        }
        self.images = images
    }

    private static func target(of node: NodeName) -> SANTarget {
        SANTarget(portal: portal, name: "iqn.2004-10.org.example:\(node)", lun: 1)
    }

    var contents: [SANTarget: ImageReference] {
        Dictionary(uniqueKeysWithValues: images.map { (Self.target(of: $0.key), $0.value) })
    }

    /// The volumes' records, as Ironic keeps them.
    var records: [VolumeTarget] {
        images.enumerated().map { index, entry in
            let target = Self.target(of: entry.key)
            var record = VolumeTarget(
                uuid: Identifier(text: "volume-\(index + 1)"), node: entry.key,
                volumeType: "iscsi", volumeID: "\(entry.value.name)-\(index + 1)",
                bootIndex: VolumeTarget.rootIndex)
            record.properties = [
                "target_portal": .text(target.portal), "target_iqn": .text(target.name),
                "target_lun": .integer(target.lun),
            ]
            return record
        }
    }
}
