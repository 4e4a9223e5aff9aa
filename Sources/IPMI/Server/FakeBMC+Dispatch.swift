/// From a message to the command's own code and back.
extension FakeBMC {
    /// Answers a message within a session.
    mutating func answer(
        _ payload: ArraySlice<UInt8>, _ session: Int, _ isCurrent: Bool, _ peer: DatagramPeer,
        _ now: Duration
    ) -> IPMIMessage? {
        guard let request = request(payload) else { return nil }
        let call = CommandCall(
            command: request.command, data: request.data, session: session,
            isCurrent: isCurrent, peer: peer, now: now)
        guard request.responderUnit == 0 else { return request.response(.invalidForUnit, []) }
        guard sessions[session].privilege >= CommandPrivileges.least(request.command) else {
            return request.response(.privilege, [])
        }
        do throws(CompletionCode) {
            return request.response(.ok, try answer(call))
        } catch {
            return request.response(error, group(request))
        }
    }

    /// Answers one of the few commands that may be asked outside a session; refuses others.
    mutating func answerOutside(
        _ payload: ArraySlice<UInt8>, _ isCurrent: Bool, _ peer: DatagramPeer, _ now: Duration,
        _ generator: inout some RandomNumberGenerator
    ) -> IPMIMessage? {
        guard let request = request(payload) else { return nil }
        guard CommandPrivileges.isSessionless(request.command) else {
            return request.response(.privilege, [])
        }
        let call = CommandCall(
            command: request.command, data: request.data, session: nil, isCurrent: isCurrent,
            peer: peer, now: now)
        do throws(CompletionCode) {
            let isChallenge = request.command.number == 0x39
            let answer = isChallenge ? try challenge(call, &generator) : try answer(call)
            return request.response(.ok, answer)
        } catch {
            return request.response(error, [])
        }
    }

    /// A request that is meant for the controller itself.
    private func request(_ payload: ArraySlice<UInt8>) -> IPMIMessage? {
        guard let message = try? IPMIMessage(parsing: payload), !message.isResponse,
            message.responder == IPMIMessage.controllerAddress
        else { return nil }
        return message
    }

    /// Answers of a group repeat who the group is, errors too.
    private func group(_ request: IPMIMessage) -> [UInt8] {
        guard request.command.function == .groupExtension, let group = request.data.first,
            group == DCMISettings.group
        else { return [] }
        // "No limit is in force" comes with the limit.
        let isLimit = request.command.number == 0x03 && request.data.count == 3
        return [group] + (isLimit ? storedLimit : [])
    }

    private mutating func answer(_ call: CommandCall) throws(CompletionCode) -> [UInt8] {
        switch call.command.function {
        case .chassis: return try answerChassis(call)
        case .sensorEvent: return try answerSensorEvent(call)
        case .application: return try answerApplication(call)
        case .storage: return try answerStorage(call)
        case .transport: return try answerTransport(call)
        case .groupExtension: return try answerDCMI(call)
        default: throw .invalidCommand
        }
    }
}
