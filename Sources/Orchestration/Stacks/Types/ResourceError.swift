public import World

/// What keeps a type from doing what is asked of a resource.
public enum ResourceError: Error, Sendable {
    /// The action failed, and trying it again is no use.
    case failed(ResourceFailure)
    /// The creation failed in a way that may pass: it is undone and tried again.
    case passing(ResourceFailure)
    /// The change cannot be made in place: the resource is to be replaced.
    case needsReplacement
    /// The store did not answer as it should; nothing has happened.
    case store(StoreError)

    public var isTransient: Bool {
        switch self {
        case .failed, .needsReplacement: false
        case .passing: true
        case .store(let error): error.isTransient
        }
    }

    /// - Parameter error: the name that Heat's error of this sort has.
    public static func failed(_ error: String, _ message: String) -> ResourceError {
        .failed(ResourceFailure(error, message))
    }
}
