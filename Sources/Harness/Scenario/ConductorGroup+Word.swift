import Hardware

extension ConductorGroup {
    /// What scenarios call the group without a name.
    static let standardWord = "default"

    init(word: String) { self = word == Self.standardWord ? .standard : ConductorGroup(word) }
}
