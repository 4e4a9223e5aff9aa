/// What an instance of a service does.
public enum ServiceEffect<Message: Sendable, Answer: Sendable>: Sendable {
    case send(Message, to: ServiceNode)
    case answer(Answer, to: CallNumber)
    case wake(at: Duration)
    /// What its log says, for people.
    case log(String)
}
