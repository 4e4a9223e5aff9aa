@testable import Harness

extension Checker {
    /// Shows the checker all of it, and gives the first thing it holds against it.
    mutating func show(_ observations: [Observation]) -> Violation? {
        var found: Violation?
        for observation in observations {
            let violation = observe(observation)
            found = found ?? violation
        }
        return found
    }
}
