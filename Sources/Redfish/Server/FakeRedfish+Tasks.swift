import Hardware

/// Work that goes on after the answer: tasks and their monitors (DSP0266, asynchronous
/// operations).
extension FakeRedfish {
    /// Begins work, and answers with the monitor to look at.
    mutating func begin(
        _ work: RedfishTask.Work, _ name: String, _ call: RedfishCall
    ) throws(RedfishFault) -> RedfishResponse {
        if tasks.count >= RedfishLimits.tasks {
            guard let oldest = tasks.firstIndex(where: { $0.state != .running }) else {
                throw .limitReached("There are as many tasks as there may be.")
            }
            tasks.remove(at: oldest)
        }
        tasksBegun += 1
        let task = RedfishTask(
            number: tasksBegun, name: name, work: work, user: call.account?.name ?? "",
            begun: call.now, due: call.now + taskDuration)
        tasks.append(task)
        // Without a body: sushy takes the address in one for that of the monitor, and the task
        // itself, which is there at once, for the end of the work.
        var answer = accepted(task, call.now)
        (answer.body, answer.fields) = ([], answer.fields.without("Content-Type"))
        return answer
    }

    /// Names no time to wait: sushy 5.14 fails on a `Retry-After` in seconds, and waits a second
    /// where there is none.
    private func accepted(_ task: RedfishTask, _ now: Duration) -> RedfishResponse {
        RedfishResponse(
            202, fields: ["Location": task.monitor], json: task.body(at: now, epoch: epoch))
    }

    private func task(_ address: ResourceAddress) throws(RedfishFault) -> RedfishTask {
        guard let task = tasks.first(where: { $0.id == address.names[0] }) else {
            throw .missing(address.path)
        }
        return task
    }

    func taskBody(_ address: ResourceAddress, _ now: Duration) throws(RedfishFault) -> JSON {
        switch address.kind {
        case .tasks:
            return collection(
                address, type: "TaskCollection", name: "Task Collection",
                tasks.map { ResourceAddress(.task, $0.id) })
        case .task: return try task(address).body(at: now, epoch: epoch)
        default:
            var body = resource(
                address, type: "TaskService.v1_2_0.TaskService", id: "TaskService",
                name: "Task Service")
            body["Status"] = Self.enabled
            body["ServiceEnabled"] = true
            body["CompletedTaskOverWritePolicy"] = "Oldest"
            body["DateTime"] = .text(RedfishTime.text(epoch + now))
            body["Tasks"] = ResourceAddress(.tasks).link
            return .object(body)
        }
    }

    /// The monitor answers as the work itself would have, once it is done.
    mutating func readMonitor(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let task = try task(call.address)
        switch task.state {
        case .running: return accepted(task, call.now)
        case .completed(let made?):
            guard let target = RequestTarget(made), let address = ResourceAddress(path: target.path)
            else { return RedfishResponse(204) }
            return RedfishResponse(
                201, fields: ["Location": made], json: try body(address, call.now))
        case .completed(nil): return RedfishResponse(204)
        case .failed(let reason): throw .stateConflict(reason)
        }
    }

    mutating func deleteTask(_ call: RedfishCall) throws(RedfishFault) -> RedfishResponse {
        let task = try task(call.address)
        guard task.state != .running else {
            throw .stateConflict("The work goes on and cannot be stopped.")
        }
        tasks.removeAll { $0.number == task.number }
        return RedfishResponse(204)
    }

    /// Does the work of a task that is due.
    mutating func finish(_ work: RedfishTask.Work) -> RedfishTask.State {
        do throws(BMCError) {
            switch work {
            case .createVolume(let system, let request):
                try systems[system].host.createVolume(request)
                let address = ResourceAddress(
                    .volume, systems[system].id, request.controller.text, request.name.text)
                return .completed(made: address.path)
            case .deleteVolume(let system, let name):
                try systems[system].host.deleteVolume(name)
            case .updateFirmware(let ids, let version):
                guard let version else { return .failed("The image names no version.") }
                for index in firmware.indices where ids.contains(firmware[index].id) {
                    firmware[index].version = version
                }
            }
            return .completed(made: nil)
        } catch {
            return .failed("\(error)")
        }
    }
}
