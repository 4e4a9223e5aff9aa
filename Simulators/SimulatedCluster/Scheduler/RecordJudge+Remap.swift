extension RecordJudge {
    /// What an operation came to, as far as the cluster cares.
    struct Result {
        var code: OCFCode
        var status: OperationRecord.Status
    }

    /// Turns what an agent answered into what it means: a probe that finds something running has
    /// not failed, a monitor that finds nothing has.
    mutating func remap(_ record: OperationRecord, _ result: inout Result) {
        if record.task == .monitor {
            // Degraded is running.
            if result.code == .degraded { result.code = .ok }
            if result.code == .degradedPromoted { result.code = .runningPromoted }
        }
        if record.isProbe,
            result.code == .notInstalled || result.code == .invalidParameter
                || result.status == .notInstalled
        {
            result = Result(code: .notRunning, status: .done)
        }
        guard result.status == .done || result.status == .error else { return }
        result.status = record.expected == result.code ? .done : .error
        judgeCode(record, &result)
    }

    private mutating func judgeCode(_ record: OperationRecord, _ result: inout Result) {
        let isProbe = record.isProbe
        switch result.code {
        case .ok:
            if isProbe, record.expected == .notRunning { result.status = .done }
        case .notRunning:
            guard isProbe || record.expected == result.code || !resource.isManaged else { return }
            result.status = .done
            resource.role = .stopped
            response = .ignore
            resource.nextRole = .unknown
        case .runningPromoted:
            if isProbe, record.expected != result.code { result.status = .done }
            resource.role = .promoted
        case .degradedPromoted, .failedPromoted:
            resource.role = .promoted
            result.status = .error
        case .notConfigured: result.status = .errorFatal
        case .unimplemented where record.interval != .zero: result.status = .notSupported
        case .unimplemented, .notInstalled, .invalidParameter, .insufficientPrivileges:
            blockUnlessFenceable(record)
            result.status = .errorHard
        default:
            if result.status == .done { result.status = .error }
        }
    }

    /// A stop that cannot ever work leaves nothing but fencing, or a human.
    private func blockUnlessFenceable(_ record: OperationRecord) {
        guard record.task == .stop, !planner.canFence(node) else { return }
        resource.flags.remove(.managed)
        resource.flags.insert(.blocked)
    }
}
