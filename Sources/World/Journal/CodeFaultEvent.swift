/// A fault site of the control plane's code was let fail.
public struct CodeFaultEvent: JournalEvent {
    public let host: HostAddress
    public let site: FaultSite

    public init(host: HostAddress, site: FaultSite) {
        self.host = host
        self.site = site
    }

    public var kind: String { "code.fault" }
    public var subject: String { host.text }
    public var fields: [JournalField] { [JournalField("site", site.rawValue)] }
}
