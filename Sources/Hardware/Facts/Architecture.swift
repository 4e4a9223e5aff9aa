/// A processor architecture, by the kernel's name for it: `x86_64`, `aarch64`.
public struct Architecture: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}
