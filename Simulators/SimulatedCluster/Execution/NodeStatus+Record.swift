extension NodeStatus {
    /// Adds what the executor did, in place of what it makes obsolete.
    mutating func note(_ request: OperationRequest, _ code: OCFCode, call: Int) {
        let index = history.firstIndex { $0.resource == request.resource } ?? history.count
        if index == history.count {
            history.append(ResourceHistory(request.resource, records: []))
        }
        let record = OperationRecord(
            request.task, interval: request.interval, call: call, code: code,
            expected: request.expected)
        history[index].records.removeAll { old in
            old.interval == request.interval
                && (request.interval == .zero ? !old.isLastFailure : old.task == request.task)
        }
        if request.task == .stop, code == .ok {
            history[index].records.removeAll { $0.interval != .zero }
        }
        history[index].records.append(record)
        let hasFailed = code != request.expected && !record.isProbe
        if hasFailed { noteFailure(record, of: request.resource, at: index) }
    }

    private mutating func noteFailure(
        _ record: OperationRecord, of resource: ResourceID, at index: Int
    ) {
        var failure = record
        failure.isLastFailure = true
        history[index].records.removeAll(where: \.isLastFailure)
        history[index].records.append(failure)
        let milliseconds = Int(record.interval / .milliseconds(1))
        let name = "fail-count-\(resource)#\(record.task.rawValue)_\(milliseconds)"
        let isFatal = record.task == .start || record.task == .stop
        let count = Int(attributes[name] ?? "0") ?? 0
        attributes[name] = isFatal ? Score.infinity.description : "\(count + 1)"
    }
}
