/// How a disk's ATA security stands (ACS-3, the security feature set), as hdparm tells it.
public struct ATASecurity: Sendable, Hashable {
    public enum Lock: String, Sendable, Hashable, CaseIterable {
        /// No password is set (SEC1).
        case disabled
        /// A password is set, and the disk takes commands (SEC5).
        case unlocked
        /// A password is set, and the disk waits for it (SEC4).
        case locked
    }

    public var lock: Lock
    /// Whether the disk takes no security command before it was without power (SEC2 and SEC6).
    public var isFrozen: Bool
    /// Whether it also erases what it has put aside (the enhanced erase).
    public let hasEnhancedErase: Bool

    public init(lock: Lock = .disabled, isFrozen: Bool = false, hasEnhancedErase: Bool = true) {
        self.lock = lock
        self.isFrozen = isFrozen
        self.hasEnhancedErase = hasEnhancedErase
    }
}
