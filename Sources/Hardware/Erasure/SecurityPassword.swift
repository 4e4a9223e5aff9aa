/// The passwords that ironic-python-agent sets and tries.
public enum SecurityPassword: String, Sendable, Hashable, CaseIterable {
    /// What it sets. hdparm before 9.51 took it for those four letters.
    case null = "NULL"
    case empty = ""
}
