/// A view that a coordinator is agreeing on.
struct GaleraProposal {
    let id: GaleraView.ID
    let members: [ServiceNode]
    let begun: Duration
    var reports: [GaleraMessage.Report] = []
    var installed: [ServiceNode] = []
}
