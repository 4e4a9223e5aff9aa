/// One command for a controller.
public struct IPMIRequest: Sendable, Hashable {
    let command: Command
    let data: [UInt8]
    /// What it is called in errors.
    let name: String

    init(_ name: String, _ command: Command, _ data: [UInt8] = []) {
        self.name = name
        self.command = command
        self.data = data
    }

    /// Whether it may need more than the user's privilege, with which each session begins.
    var needsRaise: Bool {
        switch command.function {
        case .chassis, .sensorEvent, .application, .storage, .transport, .groupExtension:
            CommandPrivileges.least(command) > .user
        // What others need is theirs to know.
        default: true
        }
    }

    /// A command that has no name here.
    ///
    /// - Parameters:
    ///   - function: the even number of the network function.
    ///   - data: what follows the command's number.
    public init(function: UInt8, number: UInt8, data: [UInt8] = []) {
        let command = Command(NetworkFunction(code: function & 0x3E), number)
        self.init("command \(command)", command, data)
    }
}
