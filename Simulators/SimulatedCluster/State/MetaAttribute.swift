/// The options of resources that the cluster itself reads.
public enum MetaAttribute: String, Sendable, Hashable, CaseIterable {
    case priority
    case critical
    case targetRole = "target-role"
    case isManaged = "is-managed"
    case maintenance
    case stickiness = "resource-stickiness"
    case requires
    case migrationThreshold = "migration-threshold"
    case failureTimeout = "failure-timeout"
    case multipleActive = "multiple-active"
    case allowMigrate = "allow-migrate"
    case cloneMax = "clone-max"
    case cloneNodeMax = "clone-node-max"
    case cloneMin = "clone-min"
    case globallyUnique = "globally-unique"
    case notify
    case ordered
    case collocated
    case interleave
    case promotable
    case promotedMax = "promoted-max"
    case promotedNodeMax = "promoted-node-max"
    case allowUnhealthyNodes = "allow-unhealthy-nodes"
    case restartType = "restart-type"
}
