/// How many nodes of a profile a flavor wants.
package struct ProfileDemand: Sendable, Hashable {
    package let flavor: String
    /// Nil where the flavor names no profile: any node will do.
    package let profile: String?
    package let count: Int

    package init(flavor: String, profile: String?, count: Int) {
        self.flavor = flavor
        self.profile = profile
        self.count = count
    }
}
