/// The password of a rescue ramdisk, as its `/etc/shadow` has it.
///
/// Only the hash is known here (Ironic's `hashed_rescue_password`); the word itself never reaches
/// the store.
public struct RescuePassword: Sendable, Hashable, Codable {
    /// In crypt(3)'s form, such as `$6$salt$hash`.
    public let hash: String

    /// - Returns: nil for what no system would take as a hash: something empty, or a plain word.
    public init?(hash: String) {
        let parts = hash.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[0].isEmpty, parts.dropFirst().allSatisfy({ !$0.isEmpty }),
            !hash.contains(where: { $0.isWhitespace || $0 == ":" })
        else { return nil }
        self.hash = hash
    }
}
