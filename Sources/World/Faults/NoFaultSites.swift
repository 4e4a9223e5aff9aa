/// Rare paths are taken by themselves only: what live worlds have.
public struct NoFaultSites: FaultSites {
    public init() {}

    public func happens(at site: FaultSite) -> Bool { false }
}
