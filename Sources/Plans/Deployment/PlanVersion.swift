/// A plan as it was after a change.
package struct PlanVersion: Sendable, Hashable {
    /// From one.
    package let number: Int
    package let plan: DeploymentPlan
    /// What was changed, in words.
    package let change: String
}
