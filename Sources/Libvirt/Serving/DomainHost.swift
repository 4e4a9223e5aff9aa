public import Hardware

/// A domain behind a fake controller, which makes a real virtual machine a server to whoever
/// speaks IPMI.
///
/// Reading shows what ``DomainKeeper`` last saw; orders wait for it to carry them out.
public struct DomainHost: ControlledHost, Sendable {
    /// Nothing but what is written into it by those who speak to the controller: hypervisors keep
    /// none.
    public var eventLog = SystemEventLog()
    private let mirror: DomainMirror

    init(_ mirror: DomainMirror) { self.mirror = mirror }

    public var powerState: PowerState { mirror.view.power }
    public var bootOverride: BootOverride? { mirror.view.override }
    /// Nobody measures it.
    public var consumption: Watts { Watts(0) }
    /// A controller that does not know its machine says nothing, as one without current.
    public var isControllerPowered: Bool { mirror.view.isKnown }

    public mutating func perform(_ action: ChassisAction) { mirror.order(.perform(action)) }

    public mutating func setBootOverride(_ override: BootOverride?) {
        mirror.order(.boot(override))
    }

    /// Domains have no sensors.
    public mutating func reading(ofSensor index: Int) -> Double? { nil }
}
