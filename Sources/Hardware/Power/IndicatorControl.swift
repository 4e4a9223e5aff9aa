/// The part of a controller that helps somebody find the machine, or see into it.
public protocol IndicatorControl: Sendable {
    /// The identify light at the front.
    func indicator() async throws(BMCError) -> IndicatorState

    func setIndicator(_ state: IndicatorState) async throws(BMCError)

    /// Interrupts the running system so that it dumps its memory and restarts (Ironic's
    /// `inject_nmi`). A machine on which nothing runs takes no notice.
    func injectNMI() async throws(BMCError)
}
