/// A profile with all that says who may have it.
package struct MatchProfile {
    package let name: String
    package let count: ProfileCount
    package let spec: MatchSpec
    /// Nil where machines of the profile are given no settings.
    package let database: ConfigurationDatabase?

    package init(
        name: String, count: ProfileCount, spec: MatchSpec,
        database: ConfigurationDatabase? = nil
    ) {
        self.name = name
        self.count = count
        self.spec = spec
        self.database = database
    }
}
