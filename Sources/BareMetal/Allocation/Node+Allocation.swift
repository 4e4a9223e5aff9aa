public import World

extension Node {
    /// What the node is claimed or used for, by the identifier of its instance.
    public var association: Identifier? { instance?.id ?? allocation }

    /// Takes the node from its instance, which the allocation goes with.
    mutating func vacate() {
        (instance, allocation) = (nil, nil)
        guard var particulars else { return }
        (particulars.instanceInfo, particulars.instanceName) = ([:], nil)
        self.particulars = particulars.orNil
    }
}
