import BareMetal
import Hardware
import Images
import World

/// Nothing boots contents whose digest is wrong.
///
/// What a node starts from a disk is a whole image of the catalogue, and its own instance's image
/// where it is active or being deployed; what it starts from the network is the deployment kernel
/// and ramdisk. Other machines, such as the seed, start something whole. And no node is called
/// active unless the last write to its machine put all of its instance's image there, or it has a
/// remote volume to start from.
public struct KnownContents: Checker {
    public static let name: CheckerName = "known-contents"

    private struct Wanted {
        let node: NodeName
        /// Nil where any image of the catalogue will do.
        let image: ImageReference?
    }

    private var store = AuthoritativeStore()
    private struct Write {
        let image: ImageDigest
        /// Nil while it lasts.
        let extent: WrittenExtent?
    }

    /// All of these are looked up only.
    private var wanted: [String: Wanted] = [:]
    private var states: [String: ProvisionState] = [:]
    private var writes: [String: Write] = [:]
    /// Nodes with a volume of the root's index.
    private var rootVolumes: Set<NodeName> = []
    private var diskImages: [ImageDigest: ImageName] = [:]
    private var kernel: ImageDigest?
    private var ramdisk: ImageDigest?

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .commit(let commit):
            guard store.includes(commit) else { return nil }
            note(commit)
            return judge(commit)
        case .entry(let entry):
            guard let event = entry.event as? MachineEvent else { return nil }
            note(event)
            guard let problem = problem(with: event) else { return nil }
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
            } else if let volume = change.written(VolumeTarget.self),
                volume.bootIndex == VolumeTarget.rootIndex
            {
                rootVolumes.insert(volume.node)
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

    private mutating func note(_ event: MachineEvent) {
        switch event {
        case .writeStarted(let machine, _, _, let image):
            writes[machine.text] = Write(image: image, extent: nil)
        case .writeEnded(let machine, _, let image, let extent):
            writes[machine.text] = Write(image: image, extent: extent)
        default: return
        }
    }

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        var found: Violation?
        for node in commit.written(Node.self) {
            let old = states.updateValue(node.provisionState, forKey: node.id)
            guard old == .deploying, node.provisionState == .active,
                let problem = problem(withWriteTo: node)
            else { continue }
            found = found ?? violation(at: commit.at, node.id, problem)
        }
        return found
    }

    private func problem(withWriteTo node: Node) -> String? {
        guard let image = node.instance?.image else { return "it is active without an instance" }
        if node.storageInterface != .noop, rootVolumes.contains(node.name) { return nil }
        guard let write = writes[node.id] else {
            return "it is active, and nothing was ever written to it"
        }
        if write.image == image.digest, write.extent == .whole { return nil }
        let extent = write.extent?.rawValue ?? "still being written"
        return "it is active as \(image.name), and \(write.image) is \(extent) on it"
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
