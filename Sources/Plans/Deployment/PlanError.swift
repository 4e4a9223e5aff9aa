/// Why a plan is not changed.
package struct PlanError: Error, Hashable, CustomStringConvertible {
    /// With file, line and key where they are known.
    package let description: String

    package init(_ description: String) { self.description = description }

    /// Whether trying again may help: the same is wrong the next time too.
    package var isTransient: Bool { false }
}
