import Hardware

/// Finds out which virtual machines are meant.
///
/// Their addresses have the hypervisor's URI for a host, and the domain's name for a system.
public enum DomainTargets {
    /// Why no target was found.
    public enum Failure: Error, Hashable {
        case noTarget
        case noDomain(String)
        case noHypervisor(String)
        case twice(String)

        /// The same words stay wrong.
        public var isTransient: Bool { false }
    }

    /// - Parameters:
    ///   - words: domains with their hypervisors, `qemu:///system/NAME`, or names alone.
    ///   - hypervisor: where names alone are.
    public static func read(
        _ words: [String], hypervisor: String?
    ) throws(Failure) -> [ControllerTarget] {
        guard !words.isEmpty else { throw .noTarget }
        var targets: [ControllerTarget] = []
        var seen: Set<BMCAddress> = []
        for word in words {
            let address = try address(of: word, hypervisor)
            guard seen.insert(address).inserted else { throw .twice(word) }
            targets.append(ControllerTarget(name: word, address: address, credentials: nil))
        }
        return targets
    }

    private static func address(
        of word: String, _ hypervisor: String?
    ) throws(Failure) -> BMCAddress {
        guard let scheme = word.firstRange(of: "://") else {
            guard let hypervisor else { throw .noHypervisor(word) }
            return BMCAddress(host: hypervisor, system: word)
        }
        let place = word.prefix { $0 != "?" }
        guard let slash = place.lastIndex(of: "/"), slash > scheme.upperBound,
            place[scheme.upperBound..<slash].contains("/")
        else { throw .noDomain(word) }
        let name = place[place.index(after: slash)...]
        guard !name.isEmpty else { throw .noDomain(word) }
        return BMCAddress(
            host: String(place[..<slash] + word[place.endIndex...]), system: String(name))
    }
}

extension DomainTargets.Failure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noTarget:
            "There is no target: name domains, such as qemu:///system/NAME, or give --connect."
        case .noDomain(let word):
            "'\(word)' names no domain; it is written as qemu:///system/NAME, or as --connect "
                + "qemu:///system NAME."
        case .noHypervisor(let word):
            "Where is '\(word)'? --connect names a hypervisor, such as qemu:///system."
        case .twice(let word): "'\(word)' is there twice."
        }
    }
}
