package import Documents
import OrderedCollections

/// What introspection makes of one machine: what changes about its node and ports, which rules
/// did it, and what is different since the last time.
package struct IntrospectionReport: Sendable {
    /// One thing that is not as it was, by its path.
    package struct Change: Sendable, Hashable {
        package let path: String
        package let before: DocumentValue?
        package let now: DocumentValue?
    }

    package let machine: String
    /// Why introspection failed; nil where it did not.
    package let failure: String?
    package let changes: [Change]
    package let appliedRules: [String]
    package let messages: [String]
    package let differences: [InventoryDifference.Entry]

    /// - Parameters:
    ///   - data: the ramdisk's message.
    ///   - node: nil for a machine that nobody knows, which is enrolled.
    package init(
        _ machine: String, _ data: DocumentValue, node: DocumentValue? = nil,
        ports: [DocumentValue] = [], previous: DocumentValue? = nil,
        rules: IntrospectionRules? = nil, options: InspectionOptions = InspectionOptions()
    ) {
        self.machine = machine
        differences = previous.map { InventoryDifference(from: $0, to: data).entries } ?? []
        var known = data
        if node == nil { known.update(at: ["auto_discovered"]) { $0 = true } }
        let start = node ?? NodeLookup.enrolled(for: data)
        do throws(InspectionFault) {
            let inspection = try Inspection(
                known, node: start, ports: ports, previous: previous, options: options)
            let outcome = rules?.run(on: inspection)
            let subject = outcome?.subject ?? inspection.inspectorSubject
            failure = outcome?.failure
            appliedRules = outcome?.applied ?? []
            messages = inspection.warnings + (outcome?.messages.map(\.text) ?? [])
            let before: DocumentValue = node ?? [:]
            changes =
                Self.changes("", before, subject.node)
                + Self.changes("ports", Self.byAddress(ports), Self.byAddress(subject.ports))
        } catch {
            (failure, changes, appliedRules, messages) = (error.message, [], [], [])
        }
    }

    private static func byAddress(_ ports: [DocumentValue]) -> DocumentValue {
        .map(
            OrderedDictionary(
                ports.map { ($0["address"]?.text ?? "", $0) }, uniquingKeysWith: { $1 }))
    }

    /// What is told instead of a password, as Ironic's API does.
    private static let secret: DocumentValue = "******"

    private static func changes(
        _ path: String, _ before: DocumentValue?, _ now: DocumentValue?
    ) -> [Change] {
        guard before != now else { return [] }
        let (old, new) = (before?.map ?? [:], now?.map ?? [:])
        guard before?.map != nil || now?.map != nil, !(old.isEmpty && new.isEmpty) else {
            let isNothing = [before, now].allSatisfy { $0 == nil || $0 == .null || $0 == [:] }
            guard !isNothing else { return [] }
            let isSecret = path.hasSuffix("password")
            return [
                Change(
                    path: path, before: isSecret ? before.map { _ in secret } : before,
                    now: isSecret ? now.map { _ in secret } : now)
            ]
        }
        let keys = Array(old.keys) + new.keys.filter { old[$0] == nil }
        return keys.flatMap { changes(path.isEmpty ? $0 : "\(path)/\($0)", old[$0], new[$0]) }
    }

    package var json: DocumentValue {
        [
            "machine": .string(machine), "failure": failure.map(DocumentValue.string) ?? .null,
            "rules": .list(appliedRules.map(DocumentValue.string)),
            "messages": .list(messages.map(DocumentValue.string)),
            "changes": .list(
                changes.map { change in
                    [
                        "path": .string(change.path), "before": change.before ?? .null,
                        "now": change.now ?? .null,
                    ]
                }),
            "differences": .list(
                differences.map { entry in
                    [
                        "part": .string(entry.part), "kind": .string(entry.kind.rawValue),
                        "before": .string(entry.before), "now": .string(entry.now),
                    ]
                }),
        ]
    }
}
