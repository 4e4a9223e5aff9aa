/// Whose configuration files are written.
public enum NetworkProvider: String, Sendable, CaseIterable {
    /// Red Hat's network scripts.
    case ifcfg
    /// Debian's ifupdown.
    case eni
}
