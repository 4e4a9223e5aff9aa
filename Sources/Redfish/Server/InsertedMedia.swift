/// What a virtual drive holds.
struct InsertedMedia: Sendable, Hashable {
    let image: String
    let isWriteProtected: Bool
    let userName: String?
}
