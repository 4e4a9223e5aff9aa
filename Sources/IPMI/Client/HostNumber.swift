/// What a client knows a host by.
public struct HostNumber: Sendable, Hashable {
    let index: Int
}
