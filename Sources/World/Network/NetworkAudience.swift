/// Whom a service listens to: where its host has an address for it, and lets it through.
public enum NetworkAudience: Sendable, Hashable {
    /// Every host of the site.
    case everybody
    /// Hosts in the networks that ramdisks start in. What is told there may be wiped or imaged at a
    /// word, so that nobody who is let into another network may speak for it.
    case ramdisks
}
