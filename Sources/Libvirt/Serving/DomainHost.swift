public import Hardware

/// A domain behind a fake controller, which makes a real virtual machine a server to whoever
/// speaks IPMI or Redfish.
///
/// Reading shows what ``DomainKeeper`` last saw; orders wait for it to carry them out.
public struct DomainHost: ControlledHost, Sendable {
    private let mirror: DomainMirror

    init(_ mirror: DomainMirror) { self.mirror = mirror }

    /// What the domain is made of.
    public var facts: MachineFacts { mirror.facts }
    /// Its serial console.
    public var line: DomainLine { mirror.line }

    public var eventLog: SystemEventLog {
        get { mirror.view.log }
        set { mirror.keep(newValue) }
    }
    /// A light that nobody sees but who asks for it.
    public var indicator: IndicatorState { mirror.view.indicator }
    public mutating func setIndicator(_ state: IndicatorState) { mirror.show(state) }

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

    /// The running system is asked to restart.
    public mutating func restartGracefully() { mirror.order(.restart) }

    public mutating func receive(console characters: [UInt8]) -> Bool { line.type(characters) }

    /// Domains have no sensors.
    public mutating func reading(ofSensor index: Int) -> Double? { nil }
}
