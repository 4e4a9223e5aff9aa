/// What a donor is sending.
struct GaleraTransfer {
    let joiner: ServiceNode
    let message: GaleraMessage
    let due: Duration
}
