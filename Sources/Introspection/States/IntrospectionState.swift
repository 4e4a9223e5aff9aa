/// Where a node's introspection is (ironic-inspector's states).
package enum IntrospectionState: String, Sendable, Hashable, Codable, CaseIterable {
    case starting
    case waiting
    case processing
    case finished
    case error
    case reapplying
    case enrolling
    case aborting

    /// Whether a time limit runs: somebody is to do something.
    package var isTimed: Bool { after(.timeout) != nil }

    /// The state that an event leads to; nil where it may not happen. Errors are allowed nearly
    /// everywhere, an abort only while the ramdisk's data is waited for.
    package func after(_ event: IntrospectionEvent) -> IntrospectionState? {
        switch (self, event) {
        case (.aborting, .abortEnd), (.aborting, .timeout): .error
        case (.enrolling, .process), (.waiting, .process): .processing
        case (.enrolling, .error), (.enrolling, .timeout): .error
        case (.error, .abort), (.error, .error): .error
        case (.error, .reapply), (.finished, .reapply), (.reapplying, .reapply): .reapplying
        case (.error, .start), (.finished, .start), (.waiting, .start): .starting
        case (.finished, .finish), (.processing, .finish), (.reapplying, .finish): .finished
        case (.processing, .error), (.processing, .timeout): .error
        case (.reapplying, .error), (.reapplying, .timeout): .error
        case (.starting, .error), (.starting, .timeout): .error
        case (.starting, .wait): .waiting
        case (.waiting, .abort): .aborting
        case (.waiting, .timeout): .error
        default: nil
        }
    }
}
