/// The kernel arguments a ramdisk's agent understands, by ironic-python-agent's names.
public enum BootArgument {
    /// The host address of the service to report to.
    public static let api = "ipa-api-url"
    /// Present where the agent is to send its inventory; the address to send it to.
    public static let inspection = "ipa-inspection-callback-url"
    /// What the agent is to collect besides its inventory, by commas.
    public static let collectors = "ipa-inspection-collectors"
    /// What the agent is to measure, by commas: `cpu`, `mem`, `disk`, `net`.
    public static let benchmarks = "ipa-inspection-benchmarks"
}
