/// A file system of an installed machine.
public enum FileArea: String, Sendable, Hashable {
    /// What the image brought, and what was written since.
    case root
    /// What lies on the ephemeral partition, which an image that is written anew may leave.
    case ephemeral
}
