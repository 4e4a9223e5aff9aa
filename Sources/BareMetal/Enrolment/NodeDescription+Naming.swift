extension NodeDescription {
    /// The same node under a name that nobody chose.
    func named(_ name: NodeName) -> NodeDescription {
        var named = self
        named.name = name
        named.isNameChosen = false
        return named
    }
}
