/// What an event will say, before it has its number.
struct EventDraft: Sendable {
    let resource: String
    let type: String
    let physicalID: String?
    let action: String
    let status: String
    let reason: String

    init(_ record: ResourceRecord, status: WorkStatus? = nil, reason: String? = nil) {
        resource = record.name
        type = record.definition.type
        physicalID = record.physicalID
        action = record.action.rawValue
        self.status = (status ?? record.status).rawValue
        self.reason = reason ?? record.reason
    }

    init(_ record: ResourceRecord, _ action: ResourceAction, _ reason: String) {
        var record = record
        record.action = action
        self.init(record, reason: reason)
    }

    init(_ stack: StackRecord) {
        resource = stack.name
        type = "OS::Heat::Stack"
        physicalID = stack.id
        action = stack.action.rawValue
        status = stack.status.rawValue
        reason = stack.reason
    }
}
