public import Hardware

/// What libvirt calls one virtual machine of a hypervisor.
public struct DomainName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
