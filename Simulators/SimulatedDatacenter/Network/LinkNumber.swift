/// One direction of a link, or anything else that transfers share: a disk that is written to.
struct LinkNumber: Sendable, Hashable {
    let index: Int
}
