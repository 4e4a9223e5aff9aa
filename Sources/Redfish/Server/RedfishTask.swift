import Hardware

/// Work that is done after its request was answered.
struct RedfishTask: Sendable {
    enum Work: Sendable {
        case createVolume(system: Int, RAIDVolumeRequest)
        case deleteVolume(system: Int, RAIDVolumeName)
        case updateFirmware(ids: [String], version: String?)
    }

    enum State: Sendable, Hashable {
        case running
        /// Done, with the address of what it made.
        case completed(made: String?)
        case failed(String)
    }

    let number: Int
    let name: String
    let work: Work
    let user: String
    let begun: Duration
    let due: Duration
    var state: State = .running
    var ended: Duration?

    var id: String { String(number) }
    var monitor: String { ResourceAddress(.taskMonitor, id).path }

    /// How far it is, in percent.
    func progress(at now: Duration) -> Int {
        guard state == .running else { return 100 }
        let (whole, passed) = (due - begun, now - begun)
        return whole > .zero ? min(99, max(0, Int(passed / whole * 100))) : 99
    }

    func body(at now: Duration, epoch: Duration) -> JSON {
        let (state, status): (String, String) =
            switch self.state {
            case .running: (now == begun ? "New" : "Running", "OK")
            case .completed: ("Completed", "OK")
            case .failed: ("Exception", "Critical")
            }
        var object = JSONObject([
            .init(name: "@odata.id", value: .text(ResourceAddress(.task, id).path)),
            .init(name: "@odata.type", value: "#Task.v1_4_3.Task"),
            .init(name: "Id", value: .text(id)),
            .init(name: "Name", value: .text(name)),
            .init(name: "TaskMonitor", value: .text(monitor)),
            .init(name: "TaskState", value: .text(state)),
            .init(name: "TaskStatus", value: .text(status)),
            .init(name: "PercentComplete", value: .integer(progress(at: now))),
            .init(name: "StartTime", value: .text(RedfishTime.text(epoch + begun))),
        ])
        if let ended { object["EndTime"] = .text(RedfishTime.text(epoch + ended)) }
        object["Messages"] = .list(messages.map(\.json))
        return .object(object)
    }

    private var messages: [RedfishMessage] {
        switch state {
        case .running: []
        case .completed: [.success]
        case .failed(let reason): [RedfishMessage("GeneralError", reason)]
        }
    }
}
