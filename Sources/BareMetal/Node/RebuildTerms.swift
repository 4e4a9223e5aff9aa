public import Hardware
public import World

/// How an instance is rebuilt.
public struct RebuildTerms: Sendable, Hashable, Codable {
    /// What whoever asks knows it by; nil where nobody asks whether it was this one.
    public var id: Identifier?
    /// How the disk is to be divided; nil leaves that as it is.
    public var layout: PartitionLayout?
    public var ephemeral: EphemeralPartition

    public init(
        id: Identifier? = nil, layout: PartitionLayout? = nil,
        ephemeral: EphemeralPartition = .made
    ) {
        self.id = id
        self.layout = layout
        self.ephemeral = ephemeral
    }

    /// Why an instance cannot be rebuilt so; nil where it can.
    ///
    /// Ironic takes `preserve_ephemeral` with a whole-disk image and overwrites the partition all
    /// the same; here nobody is promised what is not kept.
    public func objection(to instance: Instance) -> String? {
        guard ephemeral == .preserved else { return nil }
        guard let deployed = instance.layout else {
            return "a whole-disk image leaves no ephemeral partition to preserve"
        }
        let differences = (layout ?? deployed).differences(from: deployed)
        guard differences.isEmpty else {
            return "an ephemeral partition is preserved in the layout it was deployed with: "
                + differences.joined(separator: ", ")
        }
        return deployed.ephemeral > .zero ? nil : "there is no ephemeral partition to preserve"
    }
}
