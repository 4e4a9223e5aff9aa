/// A node in the eyes of one resource.
struct Candidate {
    var score: Score
    /// Instances of a clone that have been given to it.
    var count = 0
    var discovery = LocationConstraint.Discovery.always
}
