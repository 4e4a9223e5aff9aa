/// One thing that may happen next in a small cluster.
public enum SmallMove: Sendable, Hashable, CustomStringConvertible {
    case fault(SmallFault)
    /// A node's corosync tells it who is there.
    case learn(NodeName)
    /// An agent finishes.
    case finish(OperationRequest)
    /// A fencing device does what it was asked, or not, and answers.
    case answer(FencingRequest, to: NodeName)

    public var description: String {
        switch self {
        case .fault(let fault): fault.description
        case .learn(let node): "\(node) learns who is there"
        case .finish(let request):
            "\(request.node) finishes to \(request.task.rawValue) \(request.resource)"
        case .answer(let request, let node):
            "the fencing of \(request.target) is answered to \(node)"
        }
    }
}
