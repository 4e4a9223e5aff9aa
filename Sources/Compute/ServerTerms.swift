public import BareMetal
public import Plans

/// What a server was asked for with, where somebody asked for it singly.
public struct ServerTerms: Sendable, Hashable, Codable {
    /// What its operating system calls itself (Nova's name, which need not be unlike others).
    public var hostname: String
    /// The flavor as it was by then: changes of a flavor are not those of its servers. Nil where
    /// the plan has it.
    public var flavor: Flavor?
    /// Capabilities that its machine was asked to have, by name (`capabilities:` hints). They are
    /// written down; placement takes no notice of them.
    public var capabilities: [String: String]
    /// The name of the group that it is in, of which placement takes no notice either.
    public var group: String?
    /// Its ends of networks; none for the control plane's.
    public var vifs: [VIF]
    /// The record of the resource that it is; nil where it is none of a stack's.
    public var resource: String?

    public init(
        hostname: String, flavor: Flavor? = nil, capabilities: [String: String] = [:],
        group: String? = nil, vifs: [VIF] = []
    ) {
        self.hostname = hostname
        self.flavor = flavor
        self.capabilities = capabilities
        self.group = group
        self.vifs = vifs
    }
}
