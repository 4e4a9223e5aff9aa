/// Which roles' servers become one: what the slaves have is put on the master.
public struct RoleTranslation: Sendable, Hashable {
    public let master: String
    public let slaves: Set<String>

    public init(master: String, slaves: Set<String>) {
        self.master = master
        self.slaves = slaves
    }

    func role(of role: String) -> String { slaves.contains(role) ? master : role }
}
