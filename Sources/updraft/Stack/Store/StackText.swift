import Foundation
import Orchestration
import World

/// How stacks, their resources and their events are written.
enum StackText {
    static func date(_ time: WallTime) -> String {
        let seconds = time.sinceEpoch / .seconds(1)
        return Date(timeIntervalSince1970: seconds).formatted(.iso8601)
    }

    /// An event in one line.
    static func line(_ event: StackEvent) -> String {
        let reason = event.reason.isEmpty ? "" : "  \(event.reason)"
        return "\(date(event.at))  \(event.resource)  \(event.action)_\(event.status)\(reason)"
    }

    static func json(_ record: StackRecord) -> String { value(record).json() }

    static func json(_ values: [TemplateValue]) -> String { TemplateValue.list(values).json() }

    static func value(_ record: StackRecord) -> TemplateValue {
        [
            "stack_name": .string(record.name), "id": .string(record.id),
            "stack_status": .string(record.state), "stack_status_reason": .string(record.reason),
            "creation_time": .string(date(record.createdAt)),
            "updated_time": record.updatedAt.map { .string(date($0)) } ?? .null,
            "tags": .list(record.tags.map { .string($0) }),
        ]
    }

    static func value(_ record: ResourceRecord) -> TemplateValue {
        [
            "resource_name": .string(record.name),
            "physical_resource_id": record.physicalID.map { .string($0) } ?? .null,
            "resource_type": .string(record.definition.type),
            "resource_status": .string(record.state),
            "resource_status_reason": .string(record.reason),
            "updated_time": .string(date(record.updatedAt)),
        ]
    }

    static func value(_ event: StackEvent) -> TemplateValue {
        [
            "event_time": .string(date(event.at)), "resource_name": .string(event.resource),
            "resource_type": .string(event.type),
            "physical_resource_id": event.physicalID.map { .string($0) } ?? .null,
            "resource_status": .string("\(event.action)_\(event.status)"),
            "resource_status_reason": .string(event.reason),
        ]
    }
}
