/// Bounds on signals.
package enum SignalLimits {
    /// Before each further try: ten of them, with a factor of half a second (heat-config-notify),
    /// which urllib3 doubles from the second on and holds at two minutes.
    package static let pauses: [Duration] = (0..<10).map { retry in
        retry == 0 ? .zero : min(.seconds(0.5) * (1 << retry), .seconds(120))
    }
    /// The most characters that are sent, since Heat takes no more than 1,048,576 (heat-agents).
    package static let characters = 950_000
    /// How long a queue keeps a signal (heat-config-notify).
    package static let queueLifetime: Duration = .seconds(600)
}
