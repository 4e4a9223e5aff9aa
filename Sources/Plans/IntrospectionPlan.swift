public import Hardware

/// What the undercloud finds out of machines before they are used, and how it judges it.
public struct IntrospectionPlan: Sendable, Hashable, Codable {
    /// What is measured.
    public enum Benchmark: String, Sendable, Hashable, Codable, CaseIterable {
        case cpu, mem, disk, net
    }

    /// How machines out of line are told from the others.
    public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
        case robust, cardiff
    }

    /// Which interfaces become ports (`add_ports`), and which ports stay (`keep_ports`), by
    /// ironic-inspector's words.
    public enum PortAddition: String, Sendable, Hashable, Codable, CaseIterable {
        case pxe, active, all, disabled
    }
    public enum PortRetention: String, Sendable, Hashable, Codable, CaseIterable {
        case all, present, added
    }

    public var benchmarks: [Benchmark]
    public var method: Method
    /// Of the machines that are called unfit, at most this part may be healthy on average.
    public var falseDiscoveryRate: Ratio
    /// Machines nearer to their group's centre than this part of it are left alone.
    public var minimumEffect: Ratio
    /// Rules of ironic-inspector's dialect or of Ironic's own, as JSON; nil for none.
    public var rules: String?
    public var addingPorts = PortAddition.pxe
    public var keepingPorts = PortRetention.all
    /// Which machine is given which profile; nil where nobody is given one.
    public var profiles: ProfileRules?

    public init(
        benchmarks: [Benchmark] = [], method: Method = .robust,
        falseDiscoveryRate: Ratio = .percent(5), minimumEffect: Ratio = .percent(1)
    ) {
        self.benchmarks = benchmarks
        self.method = method
        self.falseDiscoveryRate = falseDiscoveryRate
        self.minimumEffect = minimumEffect
    }
}
