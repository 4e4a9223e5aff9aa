/// What happens to an instance of a service.
public enum ServiceInput<Message: Sendable, Call: Sendable>: Sendable {
    case start
    /// It is asked to end in good order.
    case stop
    /// Its process ends at once, or its host loses power: what is on disk is left.
    case kill
    case message(Message, from: ServiceNode)
    case call(Call, number: CallNumber)
    /// A moment it asked to be woken at has come. Waking it more often does no harm.
    case wake
}
