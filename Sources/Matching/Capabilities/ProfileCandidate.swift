package import OrderedCollections

/// A node that may be given a profile by its capabilities, as tripleoclient sees it.
package struct ProfileCandidate: Sendable, Hashable {
    package let name: String
    /// Ironic's provision state.
    package let state: String
    package let isInMaintenance: Bool
    package let capabilities: OrderedDictionary<String, String>

    package init(
        name: String, state: String, isInMaintenance: Bool = false,
        capabilities: OrderedDictionary<String, String>
    ) {
        self.name = name
        self.state = state
        self.isInMaintenance = isInMaintenance
        self.capabilities = capabilities
    }

    /// Only such nodes are counted: free, or in use already.
    var isUsable: Bool { !isInMaintenance && (state == "available" || state == "active") }

    /// The profile it is tagged with.
    var profile: String? { capabilities["profile"].flatMap { $0.isEmpty ? nil : $0 } }

    /// Whether introspection's rules say that the node could have the profile:
    /// `<profile>_profile` is 1 or true.
    func could(have profile: String) -> Bool {
        ["1", "true"].contains(capabilities["\(profile)_profile"]?.lowercased() ?? "")
    }
}
