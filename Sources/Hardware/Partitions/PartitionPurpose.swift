/// What a partition is for, by the names that ironic-python-agent has for them.
public enum PartitionPurpose: String, Sendable, Hashable, Codable, CaseIterable {
    case efiSystem = "efi system partition"
    /// Where a boot loader keeps its second part on a machine that starts by BIOS from a GPT.
    case biosBoot = "BIOS Boot partition"
    /// What POWER machines start from.
    case prepBoot = "PReP Boot partition"
    /// Room for what may be lost; a rebuild keeps it if it is asked to.
    case ephemeral
    case swap
    case configDrive = "configdrive"
    case root
}
