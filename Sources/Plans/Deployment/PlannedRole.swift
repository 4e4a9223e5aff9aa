/// A role in a plan.
package struct PlannedRole: Sendable, Hashable {
    package let role: DeploymentRole
    /// How many servers of it there are to be.
    package var count: Int
    /// What is first to go when there are to be fewer, by the names of servers or their numbers.
    package var removed: [String] = []

    package init(_ role: DeploymentRole, count: Int = 1) {
        self.role = role
        self.count = count
    }
}
