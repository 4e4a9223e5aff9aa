import BareMetal
import Hardware
import Images
import World

/// Nothing boots contents whose digest is wrong.
///
/// What a node starts from a disk is a whole image of the catalogue, and its own instance's image
/// where it is active or being deployed; what it starts from the network is the deployment kernel
/// and ramdisk. Other machines, such as the seed, start something whole.
public struct KnownContents: Checker {
    public static let name: CheckerName = "known-contents"

    private struct Wanted {
        let node: NodeName
        /// Nil where any image of the catalogue will do.
        let image: ImageReference?
    }

    private var store = AuthoritativeStore()
    /// Both are looked up only.
    private var wanted: [String: Wanted] = [:]
    private var diskImages: [ImageDigest: ImageName] = [:]
    private var kernel: ImageDigest?
    private var ramdisk: ImageDigest?

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .commit(let commit):
            if store.includes(commit) { note(commit) }
            return nil
        case .entry(let entry):
            guard let event = entry.event as? MachineEvent, let problem = problem(with: event)
            else { return nil }
            return violation(at: entry.at, event.machine.text, problem)
        }
    }

    private mutating func note(_ commit: StoreCommit) {
        for change in commit.changes {
            if let node = change.written(Node.self) {
                let isInUse = [.active, .deploying].contains(node.provisionState)
                wanted[node.id] = Wanted(
                    node: node.name, image: isInUse ? node.instance?.image : nil)
            } else if let image = change.written(Image.self) {
                note(image)
            }
        }
    }

    private mutating func note(_ image: Image) {
        switch image.name {
        case WellKnownImages.deployKernel: kernel = image.reference.digest
        case WellKnownImages.deployRamdisk: ramdisk = image.reference.digest
        default: break
        }
        if image.purpose == .disk { diskImages[image.reference.digest] = image.name }
    }

    private func problem(with event: MachineEvent) -> String? {
        switch event {
        case .bootedDisk(let machine, let disk, let contents, let extent):
            return problem(machine, disk, contents, extent)
        case .bootedRamdisk(_, let kernel, let ramdisk):
            if kernel != self.kernel { return "it started kernel \(kernel), which is not ours" }
            return ramdisk == self.ramdisk
                ? nil : "it started ramdisk \(ramdisk), which is not ours"
        default: return nil
        }
    }

    private func problem(
        _ machine: MachineName, _ disk: String, _ contents: ImageDigest, _ extent: WrittenExtent
    ) -> String? {
        guard extent == .whole else {
            return "it started \(contents) from \(disk), which is \(extent.rawValue) there"
        }
        guard let node = wanted[machine.text] else { return nil }
        guard let found = diskImages[contents] else {
            return "it started \(contents) from \(disk), which is no image of the catalogue"
        }
        guard let image = node.image, image.digest != contents else { return nil }
        return "it started \(found) from \(disk); its instance's image is \(image.name)"
    }
}
