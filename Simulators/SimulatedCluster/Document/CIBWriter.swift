/// Writes a cluster's state as the document that Pacemaker's tools read.
struct CIBWriter {
    /// What Pacemaker computes of an operation without parameters. Any other digest would make it
    /// restart the resource for its changed parameters.
    private static let noParameters = "f2317cad3d54cec5d7d7aa7d0bf35cf8"
    /// The same for recurring operations, whose timeout (here the default, 20 s) counts.
    private static let noParametersAndTimeout = "4811cef7f7f94e3a35a70be7916cb2fd"

    let state: ClusterState

    func document() -> XMLElement {
        let coordinator = state.nodes.first { $0.name == state.coordinator }
        return XMLElement(
            "cib",
            [
                "validate-with": "pacemaker-3.9", "crm_feature_set": "3.16.2", "epoch": "1",
                "num_updates": "1", "admin_epoch": "0", "have-quorum": flag(state.hasQuorum),
                "no-quorum-panic": state.hasLostQuorum ? "1" : nil,
                "dc-uuid": coordinator?.id, "execution-date": "\(state.now)",
            ],
            [
                XMLElement(
                    "configuration", [:],
                    [
                        options, list("nodes", state.nodes.map(node)),
                        list("resources", state.resources.map(resource)),
                        list("constraints", state.constraints.map(constraint)),
                        list("rsc_defaults", sets("rsc-defaults", "meta_attributes", defaults)),
                    ]),
                list("status", state.statuses.map(status)),
            ])
    }

    func list(_ name: String, _ children: [XMLElement]) -> XMLElement {
        XMLElement(name, [:], children)
    }

    private func flag(_ isSet: Bool) -> String { isSet ? "1" : "0" }

    /// One set of names and values, or none.
    func sets(_ owner: String, _ name: String, _ pairs: [(String, String)]) -> [XMLElement] {
        guard !pairs.isEmpty else { return [] }
        let id = "\(owner)-\(name)"
        let children = pairs.enumerated().map { index, pair in
            XMLElement("nvpair", ["id": "\(id)-\(index)", "name": pair.0, "value": pair.1])
        }
        return [XMLElement(name, ["id": id], children)]
    }

    private var defaults: [(String, String)] {
        state.resourceDefaults.all.map { ($0.name.rawValue, $0.text) }
    }

    private var options: XMLElement {
        let options = state.options
        var pairs = [
            ("stonith-enabled", "\(options.isFencingEnabled)"),
            ("have-watchdog", "\(options.hasWatchdog)"),
            ("stonith-action", options.fencingAction.rawValue),
            ("startup-fencing", "\(options.fencesUnseenNodes)"),
            ("concurrent-fencing", "\(options.isFencingConcurrent)"),
            ("no-quorum-policy", options.noQuorumPolicy.rawValue),
            ("symmetric-cluster", "\(options.isSymmetric)"),
            ("maintenance-mode", "\(options.isInMaintenance)"),
            ("stop-all-resources", "\(options.stopsAllResources)"),
            ("stop-orphan-resources", "\(options.stopsOrphans)"),
            ("start-failure-is-fatal", "\(options.isStartFailureFatal)"),
            ("enable-startup-probes", "\(options.probesAtStart)"),
            ("placement-strategy", options.placement.rawValue),
        ]
        if options.priorityFencingDelay != .zero {
            let seconds = options.priorityFencingDelay.components.seconds
            pairs.append(("priority-fencing-delay", "\(seconds)s"))
        }
        if options.health != .none {
            pairs += [
                ("node-health-strategy", options.health.rawValue),
                ("node-health-base", options.healthBase.description),
                ("node-health-red", options.redHealth.description),
                ("node-health-yellow", options.yellowHealth.description),
                ("node-health-green", options.greenHealth.description),
            ]
        }
        return list("crm_config", sets("cib-bootstrap-options", "cluster_property_set", pairs))
    }

    private func node(_ node: NodeDefinition) -> XMLElement {
        XMLElement(
            "node",
            [
                "id": node.id, "uname": node.name.text,
                "type": node.kind == .member ? nil : node.kind.rawValue,
                "score": node.score == .zero ? nil : node.score.description,
            ],
            sets("nodes-\(node.id)", "instance_attributes", node.attributes.all.map { ($0, $1) }))
    }

    // MARK: Status

    private func status(_ status: NodeStatus) -> XMLElement {
        let transient = sets(
            "status-\(status.id)", "instance_attributes", status.attributes.all.map { ($0, $1) })
        let resources = status.history.map { history($0, of: status) }
        return XMLElement(
            "node_state",
            [
                "id": status.id, "uname": status.node.text,
                "in_ccm": status.isInMembership.map { $0 ? "true" : "false" },
                "crmd": status.hasController ? "online" : "offline",
                "join": status.join?.rawValue, "expected": status.expected?.rawValue,
            ],
            [
                XMLElement("transient_attributes", ["id": status.id], transient),
                XMLElement("lrm", ["id": status.id], [list("lrm_resources", resources)]),
            ])
    }

    private func history(_ history: ResourceHistory, of status: NodeStatus) -> XMLElement {
        XMLElement(
            "lrm_resource",
            [
                "id": history.resource.text, "class": history.agent.standard,
                "provider": history.agent.provider, "type": history.agent.type,
            ],
            history.records.map { record($0, of: history.resource, on: status.node) })
    }

    private func record(
        _ record: OperationRecord, of resource: ResourceID, on node: NodeName
    ) -> XMLElement {
        let interval = milliseconds(record.interval)
        let name =
            record.isLastFailure
            ? "last_failure_0" : interval == 0 ? "last_0" : "\(record.task.rawValue)_\(interval)"
        let expected = record.expected.map { "\($0.value)" }
        let key = expected.map {
            "1:\(record.transition):\($0):00000000-0000-0000-0000-000000000000"
        }
        return XMLElement(
            "lrm_rsc_op",
            [
                "id": "\(resource)_\(name)",
                "operation_key": "\(resource)_\(record.task.rawValue)_\(interval)",
                "operation": record.task.rawValue, "crm-debug-origin": "model",
                "crm_feature_set": "3.16.2", "transition-key": key,
                "transition-magic": key.map {
                    "\(record.status.rawValue):\(record.code.value);\($0)"
                },
                "on_node": node.text, "call-id": "\(record.call)",
                "rc-code": "\(record.code.value)", "op-status": "\(record.status.rawValue)",
                "interval": "\(interval)", "last-rc-change": record.lastChange.map { "\($0)" },
                "op-digest": interval == 0 ? Self.noParameters : Self.noParametersAndTimeout,
                "migrate_source": record.migrationSource?.text,
                "migrate_target": record.migrationTarget?.text,
            ])
    }

    func milliseconds(_ duration: Duration) -> Int {
        let parts = duration.components
        return Int(parts.seconds) * 1000 + Int(parts.attoseconds / 1_000_000_000_000_000)
    }
}
