public import Hardware
public import World

/// An image in the store (Glance's record): a name, and what its contents are known by.
public struct Image: StoredDocument, Hashable {
    public static let kind: DocumentKind = "image"
    public static let version = 1

    /// What an image is for.
    public enum Purpose: String, Sendable, Hashable, Codable {
        case kernel, ramdisk
        /// A whole-disk image that machines run from.
        case disk
    }

    public let reference: ImageReference
    public let purpose: Purpose

    public init(reference: ImageReference, purpose: Purpose) {
        self.reference = reference
        self.purpose = purpose
    }

    public var name: ImageName { reference.name }
    public var id: String { name.text }
}
