import Hardware
import Plans

/// How well machines fit one flavor.
struct FlavorFit {
    let flavor: Flavor
    let mode: PlacementMode

    /// What is left of a machine once the flavor has its share; less is better. Memory decides
    /// first, as with Nova's weigher: it is what a machine runs out of.
    struct Leftover: Comparable {
        let memory: Int64
        let processors: Int
        let disk: Int64

        static func < (left: Leftover, right: Leftover) -> Bool {
            (left.memory, left.processors, left.disk)
                < (right.memory, right.processors, right.disk)
        }
    }

    /// Why the flavor does not go on a machine with these properties; nil if it does.
    func rejection(of host: HostProperties) -> HostRejection? {
        if let wanted = flavor.resourceClass, host.resourceClass != wanted {
            return .resourceClassIsNot(wanted)
        }
        let missing = flavor.traits.filter { !host.traits.contains($0) }
        if !missing.isEmpty { return .lacksTraits(missing) }
        if let wanted = flavor.architecture, host.architecture != wanted {
            return .architectureIsNot(wanted)
        }
        if let profile = flavor.profile, tier(of: host) == nil { return .lacksProfile(profile) }
        guard mode == .scale else { return nil }
        if host.memory < flavor.memory { return .memoryBelow(flavor.memory) }
        if host.processors < flavor.processors { return .processorsBelow(flavor.processors) }
        if host.localDisk < flavor.leastDisk { return .diskBelow(flavor.leastDisk) }
        return nil
    }

    /// 0 for a machine the flavor should have, 1 for one it may have, nil for one it may not.
    ///
    /// A flavor with a profile has the tagged machines first, then untagged ones that could be
    /// tagged so. One without leaves tagged machines to those who ask for them.
    func tier(of host: HostProperties) -> Int? {
        guard let wanted = flavor.profile else { return host.profile == nil ? 0 : 1 }
        if let profile = host.profile { return profile == wanted ? 0 : nil }
        return host.couldHave(wanted) ? 1 : nil
    }

    /// In PoC mode sizes are not looked at, so every machine is left with the same.
    func leftover(on host: HostProperties) -> Leftover {
        guard mode == .scale else { return Leftover(memory: 0, processors: 0, disk: 0) }
        return Leftover(
            memory: host.memory.bytes - flavor.memory.bytes,
            processors: host.processors - flavor.processors,
            disk: host.localDisk.bytes - flavor.leastDisk.bytes
        )
    }
}
