/// What an object is a part of.
struct NetworkAttachment: Sendable, Hashable {
    var bridge: String?
    var linuxBridge: String?
    var ivsBridge: String?
    var nfvswitchBridge: String?
    var linuxBond: String?
    var team: String?
    /// Whether it is a port of Open vSwitch.
    var isPort = false
}
