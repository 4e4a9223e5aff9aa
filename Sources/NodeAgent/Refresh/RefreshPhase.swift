/// The phases that bring a machine to its new configuration, in their order.
///
/// Source: os-refresh-config 14.1.0. The first of them had migrations before the last phase.
public enum RefreshPhase: String, Sendable, CaseIterable {
    case preConfigure = "pre-configure"
    case configure
    case postConfigure = "post-configure"
    case migration
}
