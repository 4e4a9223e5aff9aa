/// Whether the rare paths of the control plane's own code are taken.
public protocol FaultSites: Sendable {
    /// Asked each time that the place is passed.
    func happens(at site: FaultSite) -> Bool
}
