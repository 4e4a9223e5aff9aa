/// What is wrong with a parameter's value, without its place.
struct ParameterFault: Error {
    let message: String

    /// The same value is wrong the next time too.
    var isTransient: Bool { false }
}
