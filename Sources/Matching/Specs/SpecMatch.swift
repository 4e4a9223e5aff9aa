package import OrderedCollections

/// What a specification's variables stand for, on a machine that matches.
package struct SpecMatch: Sendable, Hashable {
    /// By name, without `$`.
    package let variables: OrderedDictionary<String, String>
    /// Those that were written with `$$`, which an entry of the configuration database must have.
    package let demanded: OrderedDictionary<String, String>
}
